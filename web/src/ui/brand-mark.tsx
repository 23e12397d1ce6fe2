/** Luxor's mark: an L and the sun. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path d="M10 6v19h12" fill="none" stroke="currentColor" strokeWidth="3.500" />
      <circle className="brand-sun" cx="22" cy="10" r="3.500" />
    </svg>
  );
}
