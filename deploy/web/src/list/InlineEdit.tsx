import { Popover } from 'antd';
import type { AnyRecord, RecordKind } from '../api/types';
import { EditedFact } from '../record/Facts';
import type { Field } from '../record/kind';

/** The input of one cell, over the cell. */
export default function InlineEdit({ kind, record, field, label, at, onClose }:
  { kind: RecordKind; record: AnyRecord; field: Field; label: string; at: DOMRect; onClose: () => void }) {
  return (
    <Popover open trigger="click" placement="bottomLeft" title={label} onOpenChange={(open) => !open && onClose()}
      content={<div style={{ width: 280 }}><EditedFact kind={kind} record={record} field={field} label={label} onClose={onClose} /></div>}>
      <span style={{ position: 'fixed', left: at.left, top: at.top, width: at.width, height: at.height, pointerEvents: 'none' }} />
    </Popover>
  );
}
