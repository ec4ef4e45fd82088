import { Button, type ButtonProps } from 'antd';
import type { MenuProps } from 'antd/es/menu';
import { lazy, Suspense, useState } from 'react';

const Dropdown = lazy(() => import('antd/es/dropdown'));

/** A button that opens a menu; what menus are made of is loaded when one is first reached for. */
export function MenuButton({ menu, ...button }: Omit<ButtonProps, 'onClick'> & { menu: MenuProps }) {
  const [reached, setReached] = useState(false);
  const [open, setOpen] = useState(false);
  const plain = (
    <Button {...button} aria-haspopup="menu" aria-expanded={open} onPointerEnter={() => setReached(true)} onFocus={() => setReached(true)}
      onClick={() => {
        setReached(true);
        setOpen(!open);
      }} />
  );
  if (!reached) return plain;
  return (
    <Suspense fallback={plain}>
      <Dropdown trigger={[]} open={open} onOpenChange={setOpen} autoFocus
        menu={{ ...menu, onClick: (chosen) => {
          setOpen(false);
          menu.onClick?.(chosen);
        } }}>
        {plain}
      </Dropdown>
    </Suspense>
  );
}
