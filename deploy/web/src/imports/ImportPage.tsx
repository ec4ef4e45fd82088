import { Button, Skeleton, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { useMe } from '../api/me';
import { useStore } from '../api/store';
import type { RecordKind } from '../api/types';
import { usePhone } from '../frame/appearance';
import { Unknown } from '../frame/Unknown';
import { CheckStep } from './CheckStep';
import { FileStep } from './FileStep';
import { flow, IMPORTED, STEPS, type Step } from './flow';
import { useKeptFlow } from './keptFlow';
import { MappingStep } from './MappingStep';
import { RunStep } from './RunStep';
import styles from './imports.module.css';

/** The wizard: the address holds the step, so that the back button goes one back; what was done is kept beside it. */
export default function ImportPage() {
  const { t } = useTranslation(['imports', 'record']);
  const { kind } = useParams();
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const phone = usePhone();
  const present = useStore(flow);
  const known = useKeptFlow(useMe().user);
  if (!IMPORTED.includes(kind as RecordKind)) return <Unknown />;
  const imported = kind as RecordKind;
  const job = parameters.get('job');
  const asked = STEPS.find((step) => step === parameters.get('step')) ?? 'file';
  const step: Step = job ? 'run' : asked;
  const prepared = present?.kind === imported ? present : null;
  if (!known) return <div className={styles.page} aria-busy><Skeleton active /></div>;
  if (!job && step !== 'file' && !prepared) return <Navigate replace to={`/imports/${imported}?lost=1`} />;
  const go = (to: Step) => void navigate(`/imports/${imported}?step=${to}`);
  const back = (to: Step) => <Button onClick={() => go(to)}>{t('back')}</Button>;

  return (
    <div className={styles.page}>
      <h1>{t('titleOf', { kind: t(`record:kinds.${imported}`) })}</h1>
      <Steps
        current={STEPS.indexOf(step)} size="small" orientation="horizontal" responsive={false}
        items={STEPS.map((name) => ({ title: phone && name !== step ? undefined : t(`steps.${name}`) }))}
      />
      {step === 'file' && <FileStep kind={imported} lost={parameters.has('lost') && !prepared} onNext={() => go('mapping')} />}
      {step === 'mapping' && prepared && <MappingStep flow={prepared} back={back('file')} onNext={() => go('check')} />}
      {step === 'check' && prepared && <CheckStep flow={prepared} back={back('mapping')}
        onStarted={(id) => void navigate(`/imports/${imported}?job=${encodeURIComponent(id)}`)} />}
      {job && <RunStep kind={imported} job={job} />}
    </div>
  );
}
