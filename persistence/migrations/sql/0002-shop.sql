-- Catalogue, stock, carts, orders and money.
create table photo (
  id uuid primary key,
  business_id uuid not null references business (id),
  content bytea not null,
  mime text not null check (mime in ('image/jpeg', 'image/png', 'image/webp')),
  created_at timestamptz not null,
  unique (business_id, id)
);

create table photo_file (
  business_id uuid not null,
  photo_id uuid not null,
  bot_id uuid not null,
  file_id text not null,
  primary key (business_id, photo_id, bot_id),
  foreign key (business_id, photo_id) references photo (business_id, id),
  foreign key (business_id, bot_id) references bot (business_id, id)
);

create table category (
  id uuid primary key,
  business_id uuid not null references business (id),
  name jsonb not null,
  position int not null,
  hidden boolean not null default false,
  unique (business_id, id)
);
create index category_by_position on category (business_id, position, id);

create table product (
  id uuid primary key,
  business_id uuid not null references business (id),
  category_id uuid not null,
  name jsonb not null,
  description jsonb not null,
  photo_id uuid,
  vat_code int not null default 1 check (vat_code between 1 and 12),
  hidden boolean not null default false,
  position int not null,
  revision int not null default 1,
  created_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, category_id) references category (business_id, id),
  foreign key (business_id, photo_id) references photo (business_id, id)
);
create index product_by_category on product (business_id, category_id, position, id);

create table variant (
  id uuid primary key,
  business_id uuid not null,
  product_id uuid not null,
  name jsonb not null,
  price_minor bigint not null check (price_minor > 0),
  on_hand int not null check (on_hand >= 0),
  reserved int not null default 0 check (reserved >= 0),
  hidden boolean not null default false,
  position int not null,
  unique (business_id, id),
  foreign key (business_id, product_id) references product (business_id, id),
  constraint stock_covers_holds check (reserved <= on_hand)
);
create index variant_by_product on variant (business_id, product_id, position, id);

-- Every change of stock, once: the sums of this ledger are the numbers on the variant.
create table stock_entry (
  id uuid primary key,
  business_id uuid not null,
  variant_id uuid not null,
  order_id uuid,
  kind text not null check (kind in ('opening', 'hold', 'release', 'sale', 'return', 'adjust')),
  on_hand_change int not null,
  reserved_change int not null,
  on_hand_after int not null,
  reserved_after int not null,
  reason text,
  actor text not null,
  entry_key text not null,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, entry_key),
  foreign key (business_id, variant_id) references variant (business_id, id)
);
create index stock_entry_by_variant on stock_entry (business_id, variant_id, created_at desc, id desc);

create table cart_line (
  business_id uuid not null,
  contact_id uuid not null,
  variant_id uuid not null,
  quantity int not null check (quantity between 1 and 999),
  seen_price_minor bigint not null,
  added_at timestamptz not null,
  primary key (business_id, contact_id, variant_id),
  foreign key (business_id, contact_id) references contact (business_id, id),
  foreign key (business_id, variant_id) references variant (business_id, id)
);

create table "order" (
  id uuid primary key,
  business_id uuid not null references business (id),
  number bigint not null,
  contact_id uuid not null,
  bot_id uuid,
  checkout_key text not null,
  state text not null check (state in ('new', 'paid', 'processing', 'shipped', 'delivered', 'completed', 'cancelled')),
  stock_state text not null check (stock_state in ('held', 'sold', 'released')),
  currency text not null,
  items_minor bigint not null check (items_minor > 0),
  delivery_minor bigint not null check (delivery_minor >= 0),
  total_minor bigint not null,
  customer_name text not null,
  customer_phone text not null,
  delivery_kind text not null check (delivery_kind in ('pickup', 'courier')),
  delivery_address text,
  delivery_slot jsonb,
  comment text,
  cancel_reason text,
  revision int not null default 1,
  created_at timestamptz not null,
  paid_at timestamptz,
  shipped_at timestamptz,
  delivered_at timestamptz,
  cancelled_at timestamptz,
  completed_at timestamptz,
  unique (business_id, id),
  unique (business_id, number),
  -- Two confirms of one checkout are one order.
  unique (business_id, checkout_key),
  foreign key (business_id, contact_id) references contact (business_id, id),
  constraint total_adds_up check (total_minor = items_minor + delivery_minor)
);
create index order_by_recency on "order" (business_id, created_at desc, id desc);
create index order_by_state on "order" (business_id, state, created_at desc, id desc);
create index order_by_contact on "order" (business_id, contact_id, created_at desc, id desc);

create table order_line (
  id uuid primary key,
  business_id uuid not null,
  order_id uuid not null,
  variant_id uuid not null,
  product_name jsonb not null,
  variant_name jsonb not null,
  quantity int not null check (quantity > 0),
  price_minor bigint not null check (price_minor > 0),
  vat_code int not null,
  position int not null,
  unique (business_id, id),
  foreign key (business_id, order_id) references "order" (business_id, id),
  foreign key (business_id, variant_id) references variant (business_id, id)
);
create index order_line_by_order on order_line (business_id, order_id, position);

create table payment (
  id uuid primary key,
  business_id uuid not null,
  order_id uuid not null,
  state text not null check (state in ('awaiting', 'paid', 'expired', 'refund_due', 'refunded')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  deadline_at timestamptz not null,
  paid_at timestamptz,
  expired_at timestamptz,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, order_id),
  foreign key (business_id, order_id) references "order" (business_id, id)
);

-- A try to pay. Its id is the idempotency key; the row is written before the provider is called.
create table payment_attempt (
  id uuid primary key,
  business_id uuid not null,
  payment_id uuid not null,
  number int not null,
  provider text not null,
  state text not null check (state in ('created', 'pending', 'succeeded', 'canceled', 'failed')),
  request jsonb not null,
  provider_payment_id text,
  confirmation_url text,
  cancel_reason text,
  check_wanted_at timestamptz,
  checked_at timestamptz,
  tried_at timestamptz,
  error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (business_id, id),
  unique (business_id, payment_id, number),
  foreign key (business_id, payment_id) references payment (business_id, id)
);
create unique index payment_attempt_by_provider on payment_attempt (business_id, provider, provider_payment_id)
  where provider_payment_id is not null;

-- What was decided about money that came: one row for a succeeded attempt or a "mark paid" by hand.
create table settlement (
  id uuid primary key,
  business_id uuid not null,
  payment_id uuid not null,
  attempt_id uuid,
  source text not null check (source in ('provider', 'hand')),
  decision text not null check (decision in ('applied', 'refund')),
  amount_minor bigint not null check (amount_minor > 0),
  reason text not null,
  actor text not null,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, attempt_id),
  foreign key (business_id, payment_id) references payment (business_id, id),
  foreign key (business_id, attempt_id) references payment_attempt (business_id, id),
  check ((source = 'provider') = (attempt_id is not null))
);
create unique index one_applied_settlement on settlement (business_id, payment_id) where decision = 'applied';
create index settlement_by_payment on settlement (business_id, payment_id);

-- Money to give back. The row's id is the key at the provider.
create table refund (
  id uuid primary key,
  business_id uuid not null,
  payment_id uuid not null,
  settlement_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('due', 'succeeded', 'by_hand', 'failed')),
  provider_refund_id text,
  error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (business_id, id),
  unique (business_id, settlement_id),
  foreign key (business_id, payment_id) references payment (business_id, id),
  foreign key (business_id, settlement_id) references settlement (business_id, id)
);
create index refund_by_payment on refund (business_id, payment_id);
