import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';

export function UndoToast({ message, label, onUndo }: { message: string; label: string; onUndo: () => void }) {
  return (
    <span className="row g12">
      <span className="sp">{message}</span>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
        onClick={onUndo}
      >
        {label}
      </Button>
    </span>
  );
}
