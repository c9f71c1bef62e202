import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  );
}

export const DocumentsIcon = () => (
  <Icon>
    <path d="M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3" />
  </Icon>
);

export const ReadIcon = () => (
  <Icon>
    <path d="M8 2v7.5M5 7l3 3 3-3M2.5 10v3.5h11V10" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.25" />
    <path d="m10.25 10.25 3.5 3.5" />
  </Icon>
);

export const ScoreIcon = () => (
  <Icon>
    <path d="M2.5 2.5v11h11M4.5 11.5l7-7" />
    <circle cx="6" cy="8.5" r="0.75" />
    <circle cx="9.5" cy="7.5" r="0.75" />
  </Icon>
);

export const ReferenceIcon = () => (
  <Icon>
    <path d="M6 4 2.5 8 6 12M10 4l3.5 4L10 12" />
  </Icon>
);

export const LightIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.75" />
    <path d="M8 1.5v1.75M8 12.75v1.75M1.5 8h1.75M12.75 8h1.75M3.4 3.4l1.25 1.25M11.35 11.35l1.25 1.25M12.6 3.4l-1.25 1.25M4.65 11.35 3.4 12.6" />
  </Icon>
);

export const DarkIcon = () => (
  <Icon>
    <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6Z" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 4.75V8l2.25 1.5" />
  </Icon>
);

export const PlaceIcon = () => (
  <Icon>
    <path d="M8 14s4.5-4.1 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.9 8 14 8 14Z" />
    <circle cx="8" cy="6.5" r="1.25" />
  </Icon>
);

export const NameIcon = () => (
  <Icon>
    <circle cx="8" cy="5.25" r="2.5" />
    <path d="M3 13.5c.6-2.7 2.5-4 5-4s4.4 1.3 5 4" />
  </Icon>
);

export const StepIcon = ({ isBack = false }: { readonly isBack?: boolean }) => (
  <Icon>{isBack ? <path d="m10 3.5-4.5 4.5 4.5 4.5" /> : <path d="m6 3.5 4.5 4.5L6 12.5" />}</Icon>
);

export const BoardIcon = () => (
  <Icon>
    <path d="M2.5 3h11M2.5 8h11M2.5 13h11M5 1.5v3M10.5 6.5v3M7 11.5v3" />
  </Icon>
);

export const StoriesIcon = () => (
  <Icon>
    <circle cx="3.75" cy="3.75" r="1.75" />
    <path d="M3.75 5.5v6.75h4M3.75 8h4" />
    <circle cx="10" cy="8" r="1.5" />
    <circle cx="10" cy="12.25" r="1.5" />
  </Icon>
);

export const IncidentsIcon = () => (
  <Icon>
    <path d="M8 1.75v3M8 11.25v3M1.75 8h3M11.25 8h3" />
    <circle cx="8" cy="8" r="3.25" />
  </Icon>
);

export const MapIcon = () => (
  <Icon>
    <path d="M2 3.75 6 2.25l4 1.5 4-1.5v10l-4 1.5-4-1.5-4 1.5zM6 2.25v10M10 3.75v10" />
  </Icon>
);

export const ActorsIcon = () => (
  <Icon>
    <circle cx="6" cy="5" r="2.25" />
    <path d="M1.75 13.5a4.25 4.25 0 0 1 8.5 0M10.5 3a2.25 2.25 0 0 1 0 4M12 9.75a4.25 4.25 0 0 1 2.25 3.75" />
  </Icon>
);

export const AccountIcon = () => (
  <Icon>
    <circle cx="8" cy="5.25" r="2.75" />
    <path d="M2.75 14a5.25 5.25 0 0 1 10.5 0" />
  </Icon>
);

export const SourcesIcon = () => (
  <Icon>
    <circle cx="4" cy="12" r="1.25" />
    <path d="M3 7.5A5.5 5.5 0 0 1 8.5 13M3 3.5A9.5 9.5 0 0 1 12.5 13" />
  </Icon>
);

export const DecisionsIcon = () => (
  <Icon>
    <path d="M2.5 8.5 6 12l7.5-8M2.5 3.5h5" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.25" />
  </Icon>
);

export const HelpIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M6.25 6.5a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.75.6-.75 1.15M8 11.1v.4" />
  </Icon>
);

export const InboxIcon = () => (
  <Icon>
    <path d="M2.5 9.5 4 3h8l1.5 6.5v3.5h-11ZM2.5 9.5h3l1 1.75h3l1-1.75h3" />
  </Icon>
);

export const ReviewIcon = () => (
  <Icon>
    <path d="M1.5 8C3 5.25 5.25 3.75 8 3.75S13 5.25 14.5 8c-1.5 2.75-3.75 4.25-6.5 4.25S3 10.75 1.5 8Z" />
    <circle cx="8" cy="8" r="2" />
  </Icon>
);
