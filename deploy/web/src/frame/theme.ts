import { theme as antd, type ThemeConfig } from 'antd';

export type Appearance = 'light' | 'dark';

/**
 * Every colour of the page. The accent is for actions only; meanings have their own colours and always come with an
 * icon or a word. Text on its ground keeps a contrast of 4.5 or more, see theme.test.ts.
 */
export interface Palette {
  ground: string;
  surface: string;
  line: string;
  text: string;
  muted: string;
  /** Ground of what is to be clicked, under white text. */
  accent: string;
  /** The accent as text. */
  accentText: string;
  selected: string;
  hover: string;
  danger: string;
  dangerGround: string;
  risk: string;
  riskGround: string;
  vip: string;
  vipGround: string;
  won: string;
  wonGround: string;
  waiting: string;
  waitingGround: string;
}

export const palettes: Record<Appearance, Palette> = {
  light: {
    ground: '#f4f6f9', surface: '#ffffff', line: '#dfe3ea', text: '#1b2230', muted: '#586173',
    accent: '#1a5fd0', accentText: '#1a5fd0', selected: '#e6effd', hover: '#f0f4fa',
    danger: '#b3261e', dangerGround: '#fdecea', risk: '#8a4a00', riskGround: '#fff1de',
    vip: '#765000', vipGround: '#fdf3cf', won: '#17663a', wonGround: '#e3f5ea',
    waiting: '#5a3db3', waitingGround: '#efeafc',
  },
  dark: {
    ground: '#0f1319', surface: '#181d25', line: '#303845', text: '#e7eaf0', muted: '#a6afbd',
    accent: '#2b68d8', accentText: '#8db8ff', selected: '#1b2d4d', hover: '#202732',
    danger: '#ff9b93', dangerGround: '#3a1f1f', risk: '#ffc07a', riskGround: '#38291a',
    vip: '#f2d06b', vipGround: '#352d16', won: '#7ed8a4', wonGround: '#173024',
    waiting: '#c3b1ff', waitingGround: '#2a2444',
  },
};

export const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

/** Ant Design in our colours; comfortable where fingers point, compact elsewhere. */
export function themeOf(appearance: Appearance, touch: boolean, motion: boolean): ThemeConfig {
  const colours = palettes[appearance];
  const dark = appearance === 'dark';
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      motion,
      // A button that waits stays readable; its icon turns.
      opacityLoading: 1,
      fontFamily: FONTS,
      fontSize: 14,
      borderRadius: 6,
      colorPrimary: colours.accent,
      // Ant Design's lighter one leaves too little contrast under white text.
      colorPrimaryHover: dark ? '#2459bd' : '#1650b4',
      colorInfo: colours.accent,
      colorLink: colours.accentText,
      colorLinkHover: dark ? '#b3d0ff' : '#1650b4',
      colorLinkActive: dark ? '#b3d0ff' : '#1650b4',
      colorError: dark ? '#e5534b' : colours.danger,
      colorErrorText: colours.danger,
      colorSuccess: dark ? '#3fa66b' : '#1f7a46',
      colorWarning: dark ? '#d29922' : '#9a5b00',
      colorWarningBg: colours.riskGround,
      colorErrorBg: colours.dangerGround,
      colorSuccessBg: colours.wonGround,
      colorInfoBg: colours.selected,
      colorText: colours.text,
      colorTextSecondary: colours.muted,
      colorTextTertiary: colours.muted,
      colorTextDescription: colours.muted,
      colorTextPlaceholder: dark ? '#98a2b3' : '#687182',
      colorBgLayout: colours.ground,
      colorBgContainer: colours.surface,
      colorBgElevated: dark ? '#1e242e' : '#ffffff',
      colorBorder: dark ? '#4a5464' : '#b9c1cd',
      colorBorderSecondary: colours.line,
      controlHeight: touch ? 40 : 30,
      controlHeightSM: touch ? 34 : 26,
      controlHeightLG: touch ? 46 : 36,
      ...(touch ? {} : { padding: 12, paddingLG: 18, paddingContentHorizontalLG: 18, margin: 12, marginLG: 18 }),
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { colorError: colours.danger, colorErrorHover: colours.danger, colorErrorActive: colours.danger, dangerColor: dark ? '#2b0b08' : '#ffffff' },
      Tabs: { itemSelectedColor: colours.accentText, itemHoverColor: colours.accentText, inkBarColor: colours.accentText },
      Select: { optionSelectedBg: colours.selected },
      Menu: { itemSelectedColor: colours.accentText, itemSelectedBg: colours.selected },
    },
  };
}

/** Makes the colours known to style sheets as `--rapport-…`. */
export function applyPalette(appearance: Appearance, root: HTMLElement = document.documentElement): void {
  for (const [name, colour] of Object.entries(palettes[appearance])) {
    root.style.setProperty(`--rapport-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
  }
  root.style.colorScheme = appearance;
  root.dataset.appearance = appearance;
}
