/** What the bot and staff read of bookings. */
export const bookingEn = {
  'booking.online': 'online',
  'booking.when_two_clocks': '{there} local time at the place; {here} for you',
  'booking.price_range': '{from} to {to}',
  'booking.because': '\nReason: {reason}',
  'booking.button_coming': 'I will come',
  'booking.button_move': 'Move',
  'booking.button_cancel': 'Cancel',
  'booking.button_again': 'Choose another time',
  'booking.button_details': 'Details',

  'msg.booking_made': '<b>You are booked</b>\n{service}, {staff}\n{when}\n{place}\n{price}',
  'msg.booking_confirmed': '<b>Your booking is confirmed</b>\n{service}, {staff}\n{when}\n{place}',
  'msg.booking_moved':
    '<b>Your visit is moved</b>\n{service}, {staff}\nNow: {when}\nBefore: {before}\n{place}\n\nIf this time does not suit you, choose another.',
  'msg.booking_cancelled': '<b>Your visit is cancelled</b>\n{service}, {when}{reason}',
  'msg.booking_released':
    '<b>The visit cannot take place</b>\n{service}, {when}{reason}\n\nThese times are free. Choose one, or look for another.',
  'msg.booking_reminder': '<b>We expect you</b>\n{when}\n{service}, {staff}\n{place}',
  'msg.booking_reminder_today': '<b>We expect you today</b>\n{when}\n{service}, {staff}\n{place}',

  'staff.booking_made': 'New booking No. {number}: {name}, {service}, {staff}. {when}.',
  'staff.booking_moved':
    'Booking No. {number} is moved by the client: {name}, {service}, {staff}. Now {when}, before {before}.',
  'staff.booking_cancelled':
    'Booking No. {number} is cancelled by the client: {name}, {service}, {staff}, {when}.{reason}',
  'staff.booking_reminder': 'Soon: {name}, {service}, {staff}. {when}.',
  'staff.booking_unconfirmed':
    'Booking No. {number} was not confirmed in time and is cancelled by the rule: {name}, {service}, {when}.',

  'error.booking_not_found': 'There is no such booking. Refresh the list.',
  'error.booking_changed': 'Somebody has just changed this booking. Look at its new state and try again.',
  'error.booking_used': 'Booking No. {number} has already been made.',
  'error.slot_taken': 'This time is not free. Choose one of the nearest.',
  'error.service_not_found': 'This service is no longer offered. Choose another one.',
  'error.nobody_gives_it': 'Nobody gives this service here now. Choose another person or service.',
  'error.addon_not_found': 'This extra is no longer offered.',
  'error.format_not_offered': 'The service is not offered in this format. Choose another one.',
  'error.place_needed': 'Choose the place first.',
  'error.group_comes_alone': 'A group class is booked by itself, without other services.',
  'error.visit_empty': 'Choose from one to eight services.',
  'error.policy_refused': 'It is too late to change this visit here. Write or call us.',
  'error.visit_is_ahead': 'This visit is still ahead: mark it on its day, and a no-show once it should have begun.',
  'error.booking_transition_refused': 'The booking is already in another state. Refresh the card.',
  'error.final_price_invalid': 'Enter a price of zero or more.',
  'error.block_invalid': 'The end must be after the beginning, and at most 31 days later.',
  'error.block_overlaps': 'Something is booked or blocked at this time. Move it first or choose other hours.',
  'error.block_not_found': 'This block is no longer there. Refresh the calendar.',
  'error.day_has_bookings': 'There are bookings on this day. Decide about each first.',
  'error.no_times': 'There is no free time in the next weeks.',
  'error.no_booking': 'There is no booking to change.',
  'error.nothing_to_book': 'This client has not booked anything yet: choose a service.',
  'error.offer_gone': 'This offer is no longer open.',
  'error.moment_invalid': 'Enter a date and a time that exist.',
  'error.duration_invalid': 'Enter a duration from 5 minutes to 24 hours.',
} as const;
