import { Button, type ButtonProps } from 'antd';
import type { MenuProps } from 'antd/es/menu';
import { lazy, Suspense, useState } from 'react';

const load = () => import('antd/es/dropdown');
const Dropdown = lazy(load);

/** A button that opens a menu; what menus are made of is loaded when one is first reached for. */
export function MenuButton({ menu, ...button }: Omit<ButtonProps, 'onClick'> & { menu: MenuProps }) {
  const [used, setUsed] = useState(false);
  const [open, setOpen] = useState(false);
  const plain = (
    <Button {...button} aria-haspopup="menu" aria-expanded={open} onPointerEnter={() => void load()} onFocus={() => void load()}
      onClick={() => {
        setUsed(true);
        setOpen(!open);
      }} />
  );
  if (!used) return plain;
  return (
    <Suspense fallback={plain}>
      <Dropdown trigger={['click']} open={open} onOpenChange={setOpen} autoFocus
        menu={{ ...menu, onClick: (chosen) => {
          setOpen(false);
          menu.onClick?.(chosen);
        } }}>
        <Button {...button} aria-haspopup="menu" aria-expanded={open} />
      </Dropdown>
    </Suspense>
  );
}
