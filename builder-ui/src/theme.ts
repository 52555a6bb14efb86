import { createTheme, type CSSVariablesResolver } from '@mantine/core';

const floating = { zIndex: 450 };

/** Mantine in the clothes of the house. The layers stand here once: drawers 300, modals 400, what opens in them 450. */
export const theme = createTheme({
  primaryColor: 'takt',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  black: '#1B1D1F',
  colors: {
    takt: [
      '#EAF6F4',
      '#DFF0EE',
      '#BFE3DF',
      '#86D0C8',
      '#4CBDB3',
      '#2A9A92',
      '#157F79',
      '#0B6B67',
      '#085653',
      '#063F3D',
    ],
    gray: [
      '#F5F4F1',
      '#EFEEEA',
      '#E4E2DC',
      '#D3D0C8',
      '#CAC7BF',
      '#8A877F',
      '#66696F',
      '#4F5257',
      '#34373B',
      '#1B1D1F',
    ],
    dark: [
      '#ECEDEE',
      '#B4B8BC',
      '#969BA0',
      '#7B8084',
      '#43474A',
      '#2D3032',
      '#232627',
      '#1B1D1E',
      '#161819',
      '#131415',
    ],
  },
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.33', sm: '1.39', md: '1.43', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '18px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  // Plain objects: `Drawer.extend` would load every one of them with the first page.
  components: {
    Drawer: { defaultProps: { zIndex: 300 } },
    Modal: {
      defaultProps: {
        zIndex: 400,
        centered: true,
        padding: 'lg',
        radius: 'md',
        overlayProps: { backgroundOpacity: 0.35 },
        transitionProps: { duration: 180 },
      },
    },
    Switch: { defaultProps: { withThumbIndicator: false } },
    Menu: { defaultProps: floating },
    Popover: { defaultProps: floating },
    Tooltip: { defaultProps: floating },
    Select: { defaultProps: { comboboxProps: floating } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-success': 'var(--ok)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--input-bd': 'var(--control)',
};

export const resolver: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
