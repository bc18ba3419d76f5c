<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Decayscope::AgreementBar</name>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::AgreementView</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Macro F1 over %n category(s)</source>
        <translation>
            <numerusform>Macro F1 over %n category</numerusform>
            <numerusform>Macro F1 over %n categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::AssertionPanel</name>
    <message numerus="yes">
        <source>%1 of %n request(s) fail</source>
        <translation>
            <numerusform>%1 of %n request fails</numerusform>
            <numerusform>%1 of %n requests fail</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::CodePane</name>
    <message numerus="yes">
        <source>%1 of %n line(s) of the final patch have a known turn.</source>
        <translation>
            <numerusform>%1 of %n line of the final patch has a known turn.</numerusform>
            <numerusform>%1 of %n lines of the final patch have a known turn.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::CodeRows</name>
    <message numerus="yes">
        <source>… %n line(s) not in the patch …</source>
        <translation>
            <numerusform>… %n line not in the patch …</numerusform>
            <numerusform>… %n lines not in the patch …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::CodeView</name>
    <message numerus="yes">
        <source>… %n more line(s) are not shown …</source>
        <translation>
            <numerusform>… %n more line is not shown …</numerusform>
            <numerusform>… %n more lines are not shown …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::ConfusionModel</name>
    <message numerus="yes">
        <source>%1, then %2: %n unit(s)</source>
        <translation>
            <numerusform>%1, then %2: %n unit</numerusform>
            <numerusform>%1, then %2: %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::DefinitionCard</name>
    <message numerus="yes">
        <source>Needs %n piece(s) of evidence.</source>
        <translation>
            <numerusform>Needs %n piece of evidence.</numerusform>
            <numerusform>Needs %n pieces of evidence.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::DiffView</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::ExclusionBar</name>
    <message numerus="yes">
        <source>Why leave %n run(s) out of every number?</source>
        <translation>
            <numerusform>Why leave this run out of every number?</numerusform>
            <numerusform>Why leave %n runs out of every number?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::FileTreeModel</name>
    <message numerus="yes">
        <source>%n violation(s)</source>
        <translation>
            <numerusform>%n violation</numerusform>
            <numerusform>%n violations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::HeadlinePanel</name>
    <message numerus="yes">
        <source>Mean change of %1 from L0 to L3 over %n capable configuration(s), those above 50 % at L0: a relative loss of %2 %.</source>
        <translation>
            <numerusform>Mean change of %1 from L0 to L3 over the one capable configuration (above 50 % at L0): a relative loss of %2 %.</numerusform>
            <numerusform>Mean change of %1 from L0 to L3 over %n capable configurations (above 50 % at L0): a relative loss of %2 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::ImportPanel</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) and %1 imported</source>
        <translation>
            <numerusform>%n run and %1 imported</numerusform>
            <numerusform>%n runs and %1 imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import cancelled; %n run(s) had been imported and stay</source>
        <translation>
            <numerusform>Import cancelled; the one run imported so far stays</numerusform>
            <numerusform>Import cancelled; the %n runs imported so far stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) imported</source>
        <translation>
            <numerusform>%n run imported</numerusform>
            <numerusform>%n runs imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n codebook(s)</source>
        <translation>
            <numerusform>%n codebook</numerusform>
            <numerusform>%n codebooks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::LabelFiles</name>
    <message numerus="yes">
        <source>%n new label(s), of %1 in the files.</source>
        <translation>
            <numerusform>%n new label, of %1 in the files.</numerusform>
            <numerusform>%n new labels, of %1 in the files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) came along.</source>
        <translation>
            <numerusform>%n run came along.</numerusform>
            <numerusform>%n runs came along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s), the first: %1</source>
        <translation>
            <numerusform>One warning: %1</numerusform>
            <numerusform>%n warnings, the first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The hand-out with %n item(s) was written to %1.</source>
        <translation>
            <numerusform>The hand-out with %n item was written to %1.</numerusform>
            <numerusform>The hand-out with %n items was written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::LabelPanel</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::LayerDiagram</name>
    <message numerus="yes">
        <source>%1 · %n file(s)</source>
        <translation>
            <numerusform>%1 · %n file</numerusform>
            <numerusform>%1 · %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s).</source>
        <translation>
            <numerusform>%1: %n file.</numerusform>
            <numerusform>%1: %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 imports %2 %n time(s), against the direction of the layers.</source>
        <translation>
            <numerusform>%1 imports %2 %n time, against the direction of the layers.</numerusform>
            <numerusform>%1 imports %2 %n times, against the direction of the layers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 imports %2 %n time(s).</source>
        <translation>
            <numerusform>%1 imports %2 %n time.</numerusform>
            <numerusform>%1 imports %2 %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::MainWindow</name>
    <message numerus="yes">
        <source>%n run(s) of this study were judged anew, because the verifiers are newer than it.</source>
        <translation>
            <numerusform>%n run of this study was judged anew, because the verifiers are newer than it.</numerusform>
            <numerusform>%n runs of this study were judged anew, because the verifiers are newer than it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s) are not finished. Close the window again to stop them: they leave no run.</source>
        <translation>
            <numerusform>%n evaluation is not finished. Close the window again to stop it: it leaves no run.</numerusform>
            <numerusform>%n evaluations are not finished. Close the window again to stop them: they leave no run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::ReadingDesk</name>
    <message numerus="yes">
        <source>%n run(s) marked for comparing</source>
        <translation>
            <numerusform>%n run marked for comparing</numerusform>
            <numerusform>%n runs marked for comparing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::SampleDesk</name>
    <message numerus="yes">
        <source>Only %n failed run(s) fit the design.</source>
        <translation>
            <numerusform>Only %n failed run fits the design.</numerusform>
            <numerusform>Only %n failed runs fit the design.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sample is frozen: %n item(s).</source>
        <translation>
            <numerusform>The sample is frozen: %n item.</numerusform>
            <numerusform>The sample is frozen: %n items.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::TasksDesk</name>
    <message numerus="yes">
        <source>%n task(s) are in %1.</source>
        <translation>
            <numerusform>%n task is in %1.</numerusform>
            <numerusform>%n tasks are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::TasksMatrixModel</name>
    <message numerus="yes">
        <source>%1: %n run(s), A% %2</source>
        <translation>
            <numerusform>%1: %n run, A% %2</numerusform>
            <numerusform>%1: %n runs, A% %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::TasksPage</name>
    <message numerus="yes">
        <source>%1: %n task(s)</source>
        <translation>
            <numerusform>%1: %n task</numerusform>
            <numerusform>%1: %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::TasksPrompt</name>
    <message numerus="yes">
        <source>… %n line(s), Enter opens</source>
        <translation>
            <numerusform>… %n line, Enter opens</numerusform>
            <numerusform>… %n lines, Enter opens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::TurnStrip</name>
    <message numerus="yes">
        <source>%1, %n rounds, turns %2 to %3</source>
        <translation>
            <numerusform>%1, %n round, turns %2 to %3</numerusform>
            <numerusform>%1, %n rounds, turns %2 to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edits</source>
        <translation>
            <numerusform>%n edit</numerusform>
            <numerusform>%n edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test runs</source>
        <translation>
            <numerusform>%n test run</numerusform>
            <numerusform>%n test runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::EvaluationWords</name>
    <message numerus="yes">
        <source>%n process(es)</source>
        <translation>
            <numerusform>%n process</numerusform>
            <numerusform>%n processes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::EvaluationPanel</name>
    <message numerus="yes">
        <source>%n health check(s)</source>
        <translation>
            <numerusform>%n health check</numerusform>
            <numerusform>%n health checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::EvaluationDesk</name>
    <message numerus="yes">
        <source>%n evaluation(s) added.</source>
        <translation>
            <numerusform>%n evaluation added.</numerusform>
            <numerusform>%n evaluations added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The names of %n path(s) do not tell their task. Choose it here for the first of them.</source>
        <translation>
            <numerusform>The name of %n path does not tell its task. Choose it here.</numerusform>
            <numerusform>The names of %n paths do not tell their task. Choose it here for the first of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s) at work</source>
        <translation>
            <numerusform>%n evaluation at work</numerusform>
            <numerusform>%n evaluations at work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decayscope::VerifiersPage</name>
    <message numerus="yes">
        <source>%n capable configuration(s)</source>
        <translation>
            <numerusform>%n capable configuration</numerusform>
            <numerusform>%n capable configurations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n configuration(s), none of them capable</source>
        <translation>
            <numerusform>%n configuration, which is not capable</numerusform>
            <numerusform>%n configurations, none of them capable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n run(s)</source>
        <translation>
            <numerusform>%1: %n run</numerusform>
            <numerusform>%1: %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of this read-only study have not been judged by the syntax verifiers and are left out here. Save a copy (File menu): they are judged when the copy is opened.</source>
        <translation>
            <numerusform>%n run of this read-only study has not been judged by the syntax verifiers and is left out here. Save a copy (File menu): it is judged when the copy is opened.</numerusform>
            <numerusform>%n runs of this read-only study have not been judged by the syntax verifiers and are left out here. Save a copy (File menu): they are judged when the copy is opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) have not been judged by the syntax verifiers and are left out here. They are judged when the study is opened again.</source>
        <translation>
            <numerusform>%n run has not been judged by the syntax verifiers and is left out here. It is judged when the study is opened again.</numerusform>
            <numerusform>%n runs have not been judged by the syntax verifiers and are left out here. They are judged when the study is opened again.</numerusform>
        </translation>
    </message>
</context>
</TS>
