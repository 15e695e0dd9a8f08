import { theme as antd } from 'antd';
import type { ThemeConfig } from 'antd';

export type ThemeMode = 'light' | 'dark';

/** The values of tokens.css that Ant Design must know as colours, because it mixes them. */
const PALETTES = {
  light: {
    ground: '#F3F1EC', panel: '#FAF9F6', card: '#FFFFFF', sunk: '#EDEAE4', line: '#DFDBD3', line2: '#C8C2B7', line3: '#8A8478',
    ink: '#24211D', ink2: '#545049', ink3: '#6B665D', seal: '#9B2C22', sealDeep: '#7E2119', sealTint: '#F8EAE7', sealLine: '#DDB2AB', sealFill: '#9B2C22',
    ok: '#2F6B3F', okTint: '#E9F2EA', warn: '#8A5A00', warnTint: '#FBF1DC', err: '#B3261E', errTint: '#FBE9E7',
    shadow: '0 1px 2px rgba(45,38,28,.10), 0 6px 20px rgba(45,38,28,.10)', toast: '#24211D', toastInk: '#FFFFFF',
  },
  dark: {
    ground: '#1F1D1A', panel: '#292723', card: '#33302B', sunk: '#24221E', line: '#3F3B35', line2: '#5A544C', line3: '#8A8478',
    ink: '#ECE8E1', ink2: '#BDB6AA', ink3: '#A8A196', seal: '#E98F81', sealDeep: '#F0A599', sealTint: '#45261F', sealLine: '#8A4A40', sealFill: '#A93A2E',
    ok: '#8CC79B', okTint: '#24382A', warn: '#E0B15C', warnTint: '#40331A', err: '#F28C82', errTint: '#472421',
    shadow: '0 0 0 1px #000, 0 8px 24px rgba(0,0,0,.5)', toast: '#ECE8E1', toastInk: '#24211D',
  },
} as const;

/** Ant Design in the colours, sizes and motion of the window. */
export function createTheme(mode: ThemeMode): ThemeConfig {
  const c = PALETTES[mode];
  const field = { hoverBorderColor: c.line3, activeBorderColor: c.seal, activeShadow: `0 0 0 2px ${c.sealLine}`, paddingInline: 8 };
  return {
    algorithm: mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    cssVar: { key: 'niwen' },
    hashed: false,
    token: {
      colorPrimary: c.seal, colorPrimaryHover: c.sealDeep, colorPrimaryActive: c.sealDeep, colorPrimaryBg: c.sealTint, colorPrimaryBorder: c.sealLine,
      colorLink: c.seal, colorLinkHover: c.sealDeep, colorLinkActive: c.sealDeep, colorInfo: c.ink2,
      colorSuccess: c.ok, colorSuccessBg: c.okTint, colorWarning: c.warn, colorWarningBg: c.warnTint, colorError: c.err, colorErrorBg: c.errTint,
      colorText: c.ink, colorTextSecondary: c.ink2, colorTextTertiary: c.ink3, colorTextPlaceholder: c.ink3, colorTextDescription: c.ink3, colorTextHeading: c.ink,
      colorIcon: c.ink2, colorIconHover: c.ink,
      colorBgLayout: c.ground, colorBgContainer: c.card, colorBgElevated: c.card, colorBgSpotlight: mode === 'dark' ? '#4A463F' : c.ink, colorBgMask: 'rgba(36,33,29,.32)',
      colorBorder: c.line2, colorBorderSecondary: c.line, colorSplit: c.line, colorFillTertiary: c.sunk, colorFillSecondary: c.sunk, colorFillAlter: c.panel,
      controlItemBgHover: c.sunk, controlItemBgActive: c.sealTint, controlItemBgActiveHover: c.sealTint, controlOutline: c.sealLine, lineWidthFocus: 2,
      fontFamily: 'var(--ui-font)', fontSize: 13, lineHeight: 20 / 13, fontSizeSM: 12, lineHeightSM: 16 / 12, fontSizeLG: 14, lineHeightLG: 20 / 14,
      fontSizeHeading4: 20, lineHeightHeading4: 28 / 20, fontWeightStrong: 500,
      sizeUnit: 4, sizeStep: 4, controlHeight: 32, controlHeightSM: 28, controlHeightLG: 40,
      borderRadius: 4, borderRadiusSM: 3, borderRadiusLG: 6, borderRadiusXS: 3,
      boxShadow: c.shadow, boxShadowSecondary: c.shadow, boxShadowTertiary: '0 1px 2px rgba(45,38,28,.12)',
      motionDurationFast: '100ms', motionDurationMid: '160ms', motionDurationSlow: '240ms',
      motionEaseInOut: 'cubic-bezier(.2,0,0,1)', motionEaseOut: 'cubic-bezier(.2,0,0,1)',
    },
    components: {
      Button: {
        primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', paddingInline: 12, paddingInlineSM: 8, fontWeight: 400,
        defaultBorderColor: c.line2, defaultHoverBorderColor: c.seal, defaultHoverColor: c.seal, defaultActiveBorderColor: c.sealDeep, defaultActiveColor: c.sealDeep,
        primaryColor: '#FFFFFF', colorPrimary: c.sealFill, colorPrimaryHover: PALETTES.light.sealDeep, colorPrimaryActive: PALETTES.light.sealDeep,
        textHoverBg: c.sunk, contentFontSizeSM: 13,
      },
      Input: field,
      DatePicker: field,
      InputNumber: field,
      Select: {
        hoverBorderColor: c.line3, activeBorderColor: c.seal, activeOutlineColor: c.sealLine, optionSelectedBg: c.sealTint, optionSelectedColor: c.ink,
        optionActiveBg: c.sunk, optionSelectedFontWeight: 500, multipleItemBg: c.sunk, multipleItemHeight: 20,
      },
      Segmented: { trackBg: c.sunk, trackPadding: 1, itemColor: c.ink2, itemSelectedBg: c.card, itemSelectedColor: c.seal },
      Tag: { defaultBg: c.sunk, defaultColor: c.ink2 },
      Tabs: { inkBarColor: c.seal, itemSelectedColor: c.ink, itemColor: c.ink2, itemHoverColor: c.ink, horizontalItemPadding: '10px' },
      Table: {
        headerBg: c.panel, headerColor: c.ink3, headerSplitColor: 'transparent', borderColor: c.line, rowHoverBg: c.panel, rowSelectedBg: c.sealTint,
        rowSelectedHoverBg: c.sealTint, cellPaddingBlock: 8, cellPaddingInline: 8,
      },
      Tree: { titleHeight: 28, nodeSelectedBg: c.sealTint, nodeHoverBg: c.sunk, indentSize: 16 },
      Menu: { itemSelectedBg: c.sealTint, itemHeight: 32 },
      Tooltip: { fontSize: 12 },
      Message: { contentBg: c.toast, colorText: c.toastInk, contentPadding: '8px 12px' },
      Modal: { titleFontSize: 14, titleLineHeight: 20 / 14 },
      Progress: { defaultColor: c.ink2, remainingColor: c.sunk },
      Empty: { colorTextDescription: c.ink2 },
    },
  };
}
