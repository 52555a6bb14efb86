import { PasswordInput } from '@mantine/core';
import { useWords } from '../../words.tsx';

export const PASSWORD_LENGTH = 10;

/** A field for a new password that says in words what is still missing. */
export function NewPassword({
  value,
  onChange,
  label,
}: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
}) {
  const { t } = useWords();
  const missing = PASSWORD_LENGTH - value.length;
  return (
    <PasswordInput
      label={label ?? t('web.sign_in.password')}
      description={
        missing > 0 ? t('web.business.password_missing', { count: missing }) : t('web.business.password_enough')
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={PASSWORD_LENGTH}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('web.sign_in.show_password') }}
    />
  );
}
