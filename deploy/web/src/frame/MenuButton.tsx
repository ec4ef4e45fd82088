import { Button, type ButtonProps } from 'antd';
import type { MenuProps } from 'antd/es/menu';
import { useState, type ComponentType } from 'react';
import type { DropDownProps } from 'antd/es/dropdown';

const load = () => import('antd/es/dropdown');

/** A button that opens a menu; what menus are made of is loaded when one is first reached for. */
export function MenuButton({ menu, ...button }: Omit<ButtonProps, 'onClick'> & { menu: MenuProps }) {
  const [Dropdown, setDropdown] = useState<ComponentType<DropDownProps> | null>(null);
  const [open, setOpen] = useState(false);
  if (!Dropdown) {
    // The button is put into the menu's frame after the click is over: one that is replaced meanwhile loses it.
    return (
      <Button {...button} aria-haspopup="menu" aria-expanded={false} onPointerEnter={() => void load()} onFocus={() => void load()}
        onClick={() => void load().then((loaded) => {
          setDropdown(() => loaded.default);
          setOpen(true);
        })} />
    );
  }
  return (
    <Dropdown trigger={['click']} open={open} onOpenChange={setOpen} autoFocus
      menu={{ ...menu, onClick: (chosen) => {
        setOpen(false);
        menu.onClick?.(chosen);
      } }}>
      <Button {...button} aria-haspopup="menu" aria-expanded={open} />
    </Dropdown>
  );
}
