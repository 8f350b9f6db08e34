import type { ReactNode, SVGProps } from "react";

export type IconProps = Omit<SVGProps<SVGSVGElement>, "children">;
export type Icon = (props: IconProps) => ReactNode;

/** Draws on a 20 × 20 grid with a 1.5 pixel stroke. Icons are ornaments: the words stand beside them. */
function Glyph(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...props}
    />
  );
}

export const HomeIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M3.5 8.7 10 3.5l6.5 5.2v7.1a.7.7 0 0 1-.7.7H4.2a.7.7 0 0 1-.7-.7z" />
    <path d="M8 16.5v-4.8h4v4.8" />
  </Glyph>
);
export const RunsIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M3.5 5h2M3.5 10h2M3.5 15h2" />
    <path d="M8.5 5h8M8.5 10h8M8.5 15h5" />
  </Glyph>
);
export const LookupIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13 13 3.5 3.5" />
  </Glyph>
);
export const SearchIcon = LookupIcon;
export const AccountsIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M3.5 7.2 10 3.8l6.5 3.4L10 10.6z" />
    <path d="m3.5 10.6 6.5 3.4 6.5-3.4" />
    <path d="m3.5 13.7 6.5 3.4 6.5-3.4" />
  </Glyph>
);
export const PeopleIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="7.5" cy="7" r="2.8" />
    <path d="M2.5 16.2c.3-2.9 2.3-4.5 5-4.5s4.7 1.6 5 4.5" />
    <path d="M12.8 4.5a2.7 2.7 0 0 1 0 5M14.5 12c1.8.6 2.8 2.1 3 4.2" />
  </Glyph>
);
export const SettingsIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M3.5 6h7M14.5 6h2M3.5 14h2M9.5 14h7" />
    <circle cx="12.5" cy="6" r="2" />
    <circle cx="7.5" cy="14" r="2" />
  </Glyph>
);
export const PlusIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M10 4v12M4 10h12" />
  </Glyph>
);
export const CloseIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Glyph>
);
export const CheckIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="m4 10.5 4 4 8-9" />
  </Glyph>
);
export const MinusIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M4.5 10h11" />
  </Glyph>
);
export const ChevronDownIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="m5.5 8 4.5 4.5L14.5 8" />
  </Glyph>
);
export const ChevronRightIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M8 5.5 12.5 10 8 14.5" />
  </Glyph>
);
export const ChevronLeftIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M12 5.5 7.5 10l4.5 4.5" />
  </Glyph>
);
export const ArrowRightIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M4 10h12M11 5l5 5-5 5" />
  </Glyph>
);
export const ArrowUpIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M10 16V4M5 9l5-5 5 5" />
  </Glyph>
);
export const ArrowDownIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M10 4v12M5 11l5 5 5-5" />
  </Glyph>
);
export const UploadIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M10 13V3.8M6.2 7.4 10 3.6l3.8 3.8" />
    <path d="M3.5 12.5v2.8c0 .7.5 1.2 1.2 1.2h10.6c.7 0 1.2-.5 1.2-1.2v-2.8" />
  </Glyph>
);
export const DownloadIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M10 3.5v9.2M6.2 9.1l3.8 3.8 3.8-3.8" />
    <path d="M3.5 12.5v2.8c0 .7.5 1.2 1.2 1.2h10.6c.7 0 1.2-.5 1.2-1.2v-2.8" />
  </Glyph>
);
export const ImageIcon: Icon = (props) => (
  <Glyph {...props}>
    <rect x="3.5" y="4" width="13" height="12" rx="1.5" />
    <path d="m3.9 13.6 3.5-3.4 2.8 2.6 2.6-2.3 3.4 3" />
    <circle cx="7.4" cy="7.6" r="1" />
  </Glyph>
);
export const PrintIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M6 7.5v-4h8v4M6 14.500H4.200a.7.7 0 0 1-.7-.7V8.200c0-.4.3-.7.7-.7h11.600c.4 0 .7.3.7.7v5.600a.7.7 0 0 1-.7.7H14" />
    <path d="M6 12h8v4.500H6z" />
  </Glyph>
);
export const FileIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M5.2 3.5h6l3.6 3.6v8.7a.7.7 0 0 1-.7.7H5.2a.7.7 0 0 1-.7-.7V4.2c0-.4.3-.7.7-.7z" />
    <path d="M11 3.6v3.7h3.7M7.3 10.5h5.2M7.3 13.3h3.4" />
  </Glyph>
);
export const PlayIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M6.5 4.6v10.8l8.7-5.4z" />
  </Glyph>
);
export const PauseIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M7 5v10M13 5v10" />
  </Glyph>
);
export const StopIcon: Icon = (props) => (
  <Glyph {...props}>
    <rect x="5.5" y="5.5" width="9" height="9" rx="1" />
  </Glyph>
);
export const RetryIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M15.9 8.2A6.3 6.3 0 1 0 16.3 11" />
    <path d="M16.4 4.2v4.1h-4.1" />
  </Glyph>
);
export const CompareIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M4 7h12m0 0-3-3m3 3-3 3M16 13H4m0 0 3-3m-3 3 3 3" />
  </Glyph>
);
export const TrashIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M3.8 5.5h12.4M8 5.3V3.7h4v1.6M5.3 5.7l.7 10.1c0 .4.3.7.7.7h6.6c.4 0 .7-.3.7-.7l.7-10.1" />
    <path d="M8.4 8.7v4.8M11.6 8.7v4.8" />
  </Glyph>
);
export const PencilIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M12.6 4.4 4.3 12.7l-.8 3.8 3.8-.8 8.3-8.3a1.4 1.4 0 0 0 0-2l-1-1a1.4 1.4 0 0 0-2 0z" />
    <path d="m11 6 3 3" />
  </Glyph>
);
export const KeyIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="6.8" cy="13.2" r="3.3" />
    <path d="m9.2 10.8 6.5-6.5M12.6 7.4l2.4 2.4M14.6 5.4l1.6 1.6" />
  </Glyph>
);
export const CopyIcon: Icon = (props) => (
  <Glyph {...props}>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.5" />
    <path d="M13 7V5A1.5 1.5 0 0 0 11.5 3.500H5A1.5 1.5 0 0 0 3.5 5v6.500A1.5 1.5 0 0 0 5 13h2" />
  </Glyph>
);
export const MoreIcon: Icon = (props) => (
  <Glyph {...props}>
    <g fill="currentColor" stroke="none">
      <circle cx="4.5" cy="10" r="1.4" />
      <circle cx="10" cy="10" r="1.4" />
      <circle cx="15.5" cy="10" r="1.4" />
    </g>
  </Glyph>
);
export const InfoIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="6.75" />
    <path d="M10 9.300v4M10 6.600v.1" />
  </Glyph>
);
export const WarningIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M9.1 4.1 3 14.700c-.4.7.1 1.5.9 1.500h12.200c.8 0 1.3-.8.9-1.500L10.9 4.100a1 1 0 0 0-1.8 0z" />
    <path d="M10 8.300v3.500M10 13.900v.1" />
  </Glyph>
);
export const SuccessIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="6.75" />
    <path d="m7 10.3 2.2 2.2 4-4.7" />
  </Glyph>
);
export const DangerIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M7.2 3.300h5.600l3.9 3.900v5.600l-3.9 3.900H7.200l-3.9-3.900V7.200z" />
    <path d="M10 6.800v4M10 13.200v.1" />
  </Glyph>
);
export const ClockIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="6.75" />
    <path d="M10 6.300V10l2.6 1.6" />
  </Glyph>
);
export const QuestionIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="6.75" />
    <path d="M8.1 8.200a2 2 0 1 1 2.7 1.900c-.5.2-.8.5-.8 1v.4M10 13.500v.1" />
  </Glyph>
);
export const BlockedIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="6.75" />
    <path d="m5.3 5.3 9.4 9.4" />
  </Glyph>
);
export const DashCircleIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="6.75" />
    <path d="M7 10h6" />
  </Glyph>
);
export const FailedIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="6.75" />
    <path d="m7.7 7.7 4.6 4.600M12.3 7.700l-4.6 4.6" />
  </Glyph>
);
/** Three arcs of a signal: reachable on RCS. */
export const SignalIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M4.6 15.400v-.1" strokeWidth="2.4" />
    <path d="M4.6 11.300a4.1 4.1 0 0 1 4.1 4.100M4.6 7.600a7.8 7.8 0 0 1 7.8 7.800M4.6 4a11.4 11.4 0 0 1 11.4 11.4" />
  </Glyph>
);
export const SunIcon: Icon = (props) => (
  <Glyph {...props}>
    <circle cx="10" cy="10" r="3.2" />
    <path d="M10 2.800v1.500M10 15.700v1.500M2.8 10h1.500M15.7 10h1.500M4.9 4.9 6 6M14 14l1.1 1.100M4.9 15.1 6 14M14 6l1.1-1.1" />
  </Glyph>
);
export const MoonIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M16.3 11.600A6.7 6.7 0 0 1 8.4 3.700a6.7 6.7 0 1 0 7.9 7.900z" />
  </Glyph>
);
export const SystemIcon: Icon = (props) => (
  <Glyph {...props}>
    <rect x="3" y="4" width="14" height="9.5" rx="1.2" />
    <path d="M7.5 16.500h5" />
  </Glyph>
);
export const SignOutIcon: Icon = (props) => (
  <Glyph {...props}>
    <path d="M8 3.500H4.700c-.4 0-.7.3-.7.700v11.600c0 .4.3.7.7.700H8" />
    <path d="M12.5 6.3 16.2 10l-3.7 3.700M16 10H8" />
  </Glyph>
);
