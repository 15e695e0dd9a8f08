import type { ReactNode, SVGProps } from 'react';

/** Drawn at 16 px; 'large' 20 px in the rail, 'tiny' 12 px for chevrons and closing crosses. */
export type IconSize = 'large' | 'tiny';
export type IconProps = Omit<SVGProps<SVGSVGElement>, 'children'> & { readonly size?: IconSize };

/** One stroke drawing in a 20 × 20 box, in the colour of the text; its meaning is said by the words or the tooltip beside it. */
const draw = (drawing: string | ReactNode) =>
  function Icon({ size, className, ...rest }: IconProps) {
    const classes = ['icon', size, className].filter(Boolean).join(' ');
    return (
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false" className={classes} {...rest}>
        {typeof drawing === 'string' ? <path d={drawing} /> : drawing}
      </svg>
    );
  };

export const HomeIcon = draw('M3 8.5 10 3l7 5.5V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM8 17v-5h4v5');
export const DocumentIcon = draw('M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13h5.5');
export const DocumentPlusIcon = draw('M9 17.5H5v-15h7L15.5 6v4M12 2.500V6h3.500M14.500 12.500v6M11.500 15.500h6');
export const TemplateIcon = draw('M3 3h6v8H3zM11 3h6v4h-6zM11 9.5h6V17h-6zM3 13.5h6V17H3z');
export const SettingsIcon = draw('M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4');
export const SearchIcon = draw('M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4');
export const PlusIcon = draw('M10 4v12M4 10h12');
export const MinusIcon = draw('M4 10h12');
export const ClipboardIcon = draw('M7 4H4.5v13.5h11V4H13M7 2.5h6V6H7zM7.5 10h5M7.5 13h5');
export const FolderIcon = draw('M3 16V4.5h5l2 2.500h7v9zM3 10h14');
export const ImportIcon = draw('M10 3v9M6.500 8.500 10 12l3.500-3.500M3.500 13v3.500h13V13');
export const DownloadIcon = draw('M10 3v10M6 9.500l4 4 4-4M4 17h12');
export const ExportIcon = draw('M10 13V3M6.500 6.500 10 3l3.500 3.500M3.500 12v4.500h13V12');
export const UndoIcon = draw('M7 4 3.500 7.500 7 11M3.500 7.500H12a4 4 0 0 1 0 8H8');
export const RedoIcon = draw('M13 4l3.500 3.500L13 11M16.500 7.500H8a4 4 0 0 0 0 8h4');
export const ListNumberIcon = draw('M8 5h9M8 10h9M8 15h9M3 4l1-.7V7M3 9.200h1.800v.8L3 12h2M3 14h1.800l-1 1.300c2 .2 1 2-.8 1.400');
export const OutlineIcon = draw('M3 5h14M6 10h11M9 15h8');
export const TableIcon = draw('M3 4h14v12H3zM3 8h14M3 12h14M9 4v12');
export const ImageIcon = draw('M3 4h14v12H3zM3 13.500l4-4 3.500 3.500 2-2 4.500 4M12.500 8a1 1 0 1 0 2 0 1 1 0 0 0-2 0z');
export const LinkIcon = draw('M8.500 11.500a3 3 0 0 0 4.200 0l3-3a3 3 0 0 0-4.200-4.200l-1 1M11.500 8.500a3 3 0 0 0-4.200 0l-3 3a3 3 0 0 0 4.200 4.200l1-1');
export const FootnoteIcon = draw('M3 4h8M3 8h8M3 16.500h14M3 13h5M14.500 3.500l1.500-1V8');
export const ReferenceIcon = draw('M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300L10 5.700M11.500 8.500a3 3 0 0 0-4.300 0L4.500 11.200a3 3 0 0 0 4.300 4.300L10 14.300');
export const PaperclipIcon = draw('M15.500 9 9.700 14.800a3 3 0 0 1-4.300-4.300l6-6a2 2 0 0 1 2.900 2.900L8.500 13.200a1 1 0 0 1-1.400-1.400L12 7');
export const ShieldIcon = draw('M10 2.500 16 5v4.500c0 4-2.500 6.500-6 8-3.500-1.500-6-4-6-8V5zM7.200 10l2 2 3.600-4');
export const FindIcon = draw('M3 5h9M3 10h5M3 15h5M13 9.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM15.200 14.700 17.500 17');
export const PrintIcon = draw('M6 7V3h8v4M6 14H3V7h14v7h-3M6 12h8v5H6z');
export const ChevronDownIcon = draw('M5 7.500 10 12.500l5-5');
export const ChevronRightIcon = draw('M7.500 5l5 5-5 5');
export const ChevronUpIcon = draw('M5 12.500 10 7.500l5 5');
export const ArrowLeftIcon = draw('M16 10H4M9 5l-5 5 5 5');
export const CloseIcon = draw('M5 5l10 10M15 5 5 15');
export const CheckIcon = draw('M4 10.500 8 14.500 16 5.500');
export const WarnIcon = draw('M10 3 18 16.500H2zM10 8v4M10 14.300v.1');
export const ErrorIcon = draw('M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15zM10 6v5M10 13.600v.1');
export const InfoIcon = draw('M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15zM10 9v5M10 6.300v.1');
export const UserIcon = draw('M10 3a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM3.500 17c.4-3.200 3-5 6.500-5s6.100 1.800 6.500 5');
export const TrashIcon = draw('M3.500 5.500h13M8 5.500V3h4v2.500M5 5.500l.7 11.500h8.600L15 5.500M8.300 8.500v5.500M11.700 8.500v5.500');
export const RestoreIcon = draw('M4 4v4h4M4.300 8A6.500 6.500 0 1 1 3.500 11M10 7v4l2.500 1.500');
export const CopyIcon = draw('M7 7h9.500v10H7zM13 7V3H3.500v10H7');
export const MoreIcon = draw('M4.500 10h.1M10 10h.1M15.500 10h.1');
export const EyeIcon = draw('M2 10c2-3.500 4.700-5.300 8-5.300s6 1.800 8 5.300c-2 3.500-4.700 5.300-8 5.300S4 13.500 2 10zM10 7.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z');
export const ClockIcon = draw('M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15zM10 6v4.500l3 1.800');
export const CalendarIcon = draw('M3.500 4.500h13v12.500h-13zM3.500 8h13M7 2.500v3.500M13 2.500v3.500');
export const PencilIcon = draw('M4 16l.8-3.500L13.500 4 16 6.500 7.500 15zM11.500 6l2.500 2.500');
export const PanelRightIcon = draw('M3 4h14v12H3zM12.500 4v12');
export const PanelLeftIcon = draw('M3 4h14v12H3zM7.500 4v12');
export const BoldIcon = draw('M6 3.500h4.500a3 3 0 0 1 0 6H6zM6 9.500h5.500a3.500 3.500 0 0 1 0 7H6z');
export const UnderlineIcon = draw('M6 3.500V9a4 4 0 0 0 8 0V3.500M5 17h10');
export const SuperscriptIcon = draw('M3 7l7 9M10 7l-7 9M13 3.700c1.500-1.600 4-.2 3 1.600L13 8.500h4');
export const SubscriptIcon = draw('M3 3l7 9M10 3l-7 9M13 12.700c1.500-1.600 4-.2 3 1.600L13 17.500h4');
export const ParagraphIcon = draw('M9 10a3.500 3.500 0 0 1 0-7h6M9.500 3v14M13 3v14');
export const HeadingIcon = draw('M5 4v12M15 4v12M5 10h10');
export const PageIcon = draw('M4.500 2.500h11v15h-11z');
export const RulerIcon = draw('M2.500 13.500 13.500 2.500l4 4-11 11zM5.500 10.500l1.500 1.500M8 8l2.200 2.200M10.500 5.500 12 7');
export const SymbolIcon = draw('M4 16.500h4v-1.800a5.500 5.500 0 1 1 4 0v1.800h4');
export const SunIcon = draw('M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100');
export const MoonIcon = draw('M16 12.500A6.800 6.800 0 1 1 8.500 3a5.500 5.500 0 0 0 7.500 9.500z');
