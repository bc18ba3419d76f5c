<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</context>
<context>
    <name>Decayscope::MainWindow</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
</TS>
