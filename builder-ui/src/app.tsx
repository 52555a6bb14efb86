import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Problem } from './api.ts';
import { Failure } from './components/failure.tsx';
import { Waiting } from './components/waiting.tsx';
import { Frame } from './shell/frame.tsx';
import { useMe } from './shell/use-me.ts';

const SignInPage = lazy(async () => ({ default: (await import('./pages/account/sign-in.tsx')).SignInPage }));
const SignUpPage = lazy(async () => ({ default: (await import('./pages/account/sign-up.tsx')).SignUpPage }));
const NewBusinessPage = lazy(async () => ({
  default: (await import('./pages/account/new-business.tsx')).NewBusinessPage,
}));
const ForgotPasswordPage = lazy(async () => ({
  default: (await import('./pages/account/forgotten.tsx')).ForgotPasswordPage,
}));
const ResetPasswordPage = lazy(async () => ({
  default: (await import('./pages/account/forgotten.tsx')).ResetPasswordPage,
}));
const InvitationPage = lazy(async () => ({ default: (await import('./pages/account/invitation.tsx')).InvitationPage }));
const MailboxPage = lazy(async () => ({ default: (await import('./pages/account/mailbox.tsx')).MailboxPage }));
const DashboardPage = lazy(async () => ({
  default: (await import('./pages/dashboard/dashboard-page.tsx')).DashboardPage,
}));
const OrdersPage = lazy(async () => ({ default: (await import('./pages/orders/orders-page.tsx')).OrdersPage }));
const BookingsPage = lazy(async () => ({ default: (await import('./pages/bookings/bookings-page.tsx')).BookingsPage }));
const ProductsPage = lazy(async () => ({ default: (await import('./pages/products/products-page.tsx')).ProductsPage }));
const ServicesPage = lazy(async () => ({ default: (await import('./pages/services/services-page.tsx')).ServicesPage }));
const ClientsPage = lazy(async () => ({ default: (await import('./pages/clients/clients-page.tsx')).ClientsPage }));
const AutomationsPage = lazy(async () => ({
  default: (await import('./pages/automations/automations-page.tsx')).AutomationsPage,
}));
const FuturePage = lazy(async () => ({
  default: (await import('./pages/automations/future/future-page.tsx')).FuturePage,
}));
const TasksPage = lazy(async () => ({ default: (await import('./pages/tasks/tasks-page.tsx')).TasksPage }));
const BuilderPage = lazy(async () => ({ default: (await import('./pages/builder/builder-page.tsx')).BuilderPage }));
const RunsPage = lazy(async () => ({ default: (await import('./pages/runs/runs-page.tsx')).RunsPage }));
const PhonePage = lazy(async () => ({ default: (await import('./pages/phone/phone-page.tsx')).PhonePage }));
const SettingsPage = lazy(async () => ({ default: (await import('./pages/settings/settings-page.tsx')).SettingsPage }));

export function App() {
  return (
    <Suspense fallback={<Waiting />}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/sign-up" element={<SignUpPage />} />
        <Route path="/new-business" element={<NewBusinessPage />} />
        <Route path="/forgot-password" element={<ForgotPasswordPage />} />
        <Route path="/reset-password" element={<ResetPasswordPage />} />
        <Route path="/invitation/:token" element={<InvitationPage />} />
        <Route path="/mailbox" element={<MailboxPage />} />
        {/* The simulator needs no account: it plays clients, and talks to the emulator alone. */}
        <Route path="/phone" element={<MaybeFramed />} />
        <Route path="*" element={<SignedIn />} />
      </Routes>
    </Suspense>
  );
}

function MaybeFramed() {
  const me = useMe();
  if (me.isPending) return <Waiting />;
  return (
    <Frame me={me.data}>
      <Suspense fallback={<Waiting />}>
        <PhonePage />
      </Suspense>
    </Frame>
  );
}

function SignedIn() {
  const me = useMe();
  const location = useLocation();
  if (me.error instanceof Problem && me.error.status === 401)
    return <Navigate to="/sign-in" state={{ from: location.pathname }} replace />;
  // Signed up, and no business yet: the page that makes one is next.
  if (me.error instanceof Problem && me.error.code === 'no_membership') return <Navigate to="/new-business" replace />;
  if (me.isPending) return <Waiting />;
  if (me.error) return <Failure error={me.error} retry={() => void me.refetch()} />;
  return (
    <Frame me={me.data}>
      <Suspense fallback={<Waiting />}>
        <Routes>
          <Route index element={<DashboardPage />} />
          <Route path="orders/:orderId?" element={<OrdersPage />} />
          <Route path="bookings/:bookingId?" element={<BookingsPage />} />
          <Route path="products/:productId?" element={<ProductsPage />} />
          <Route path="services/:tab?/:itemId?" element={<ServicesPage />} />
          <Route path="clients/:contactId?" element={<ClientsPage />} />
          <Route path="automations" element={<AutomationsPage />} />
          <Route path="automations/future" element={<FuturePage />} />
          <Route path="automations/:automationId" element={<BuilderPage />} />
          <Route path="runs/:runId?" element={<RunsPage />} />
          <Route path="tasks" element={<TasksPage />} />
          <Route path="settings/:section?" element={<SettingsPage />} />
          <Route path="*" element={<Navigate to="/" replace />} />
        </Routes>
      </Suspense>
    </Frame>
  );
}
