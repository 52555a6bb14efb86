/**
 * What every writer of events does first, as the list of a `with` clause: from `added` (stream_id, business_id, events,
 * at) comes `stream_place` (id, business_id, last_seq), the next numbers of those streams, and the router is told.
 * Streams are locked in ascending order, so that two transactions never wait for each other here.
 */
export const streamPlaces = `
  stream_place as (
    insert into stream (id, business_id, last_seq) select stream_id, business_id, events from added order by stream_id
    on conflict (business_id, id) do update set last_seq = stream.last_seq + excluded.last_seq returning id, business_id, last_seq),
  told as (
    insert into stream_route (stream_id, business_id, wanted_seq, wanted_at)
    select s.id, s.business_id, s.last_seq, a.at from stream_place s join added a on a.stream_id = s.id
    on conflict (stream_id) do update set wanted_seq = excluded.wanted_seq,
      wanted_at = case when stream_route.routed_seq < stream_route.wanted_seq then stream_route.wanted_at else excluded.wanted_at end)`;
