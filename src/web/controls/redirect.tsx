import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/**
 * Leads to a path within Coact, once. The router's own `Navigate` goes again at each drawing, and while the next page
 * loads there are many: with a way back in the address that never ends.
 */
export function Redirect({ href }: { readonly href: string }): null {
  const navigate = useNavigate();
  const [first] = useState(href);
  useEffect(() => {
    void navigate({ href: first, replace: true });
  }, [navigate, first]);
  return null;
}
