// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"
#include "turnlines.h"

#include <support/shareddata.h>

#include <QTest>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

/// "scaffold/model/task/date/trial: Submitted, 12 turns, 3+4 tokens, patch 5"
QString runLine(const RunBundle &bundle)
{
    const auto &key = bundle.key;
    const QStringList place{
        key.configuration.scaffold, key.configuration.model, key.task, key.date, QString::number(key.trial)};
    QString line = place.join(u'/')
        + QStringLiteral(": %1, %2 turns").arg(terminationName(bundle.termination)).arg(bundle.turns.size());
    if (bundle.tokens)
        line += QStringLiteral(", %1+%2%3 tokens")
                    .arg(bundle.tokens->input)
                    .arg(bundle.tokens->output)
                    .arg(bundle.tokens->estimated ? u"~" : u"");
    if (const auto *patch = bundle.document(DocumentKind::Patch))
        line += QStringLiteral(", patch %1").arg(patch->bytes.size());
    if (!bundle.requests.empty())
        line += QStringLiteral(", %1 requests").arg(bundle.requests.size());
    return line;
}

} // namespace

/// Every real sample, imported by itself. The figures were counted in the files by hand.
class tst_LooseSamples : public QObject
{
    Q_OBJECT

private slots:
    void readsRuns_data();
    void readsRuns();
    void countsKinds_data();
    void countsKinds();
    void readsTurns_data();
    void readsTurns();
};

void tst_LooseSamples::readsRuns_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("runs");
    const auto row
        = [](const char *file, const QStringList &runs) { QTest::newRow(file) << QString::fromLatin1(file) << runs; };
    row("mini_swe_v1/django__django-11138.traj.json",
        {QStringLiteral("mini-swe-agent/gemini-3-pro-preview/django__django-11138/undated/0: Submitted, 232 turns, "
                        "4387091+47959 tokens, patch 5933")});
    row("mini_swe_v2/astropy__astropy-12907.v2.3.0.traj.json",
        {QStringLiteral("mini-swe-agent/deepseek-chat/astropy__astropy-12907/2026-06-05T17-25-49/0: Submitted, 130 "
                        "turns, 1111619+17133 tokens, patch 392")});
    row("mini_swe_v2/pvlib__pvlib-python-1154.timeout-no-assistant.traj.json",
        {QStringLiteral("mini-swe-agent/deepseek-reasoner/pvlib__pvlib-python-1154/undated/0: Error, 3 turns")});
    row("mini_swe_messages_only/github_issue.v1.17.5.traj.json",
        {QStringLiteral(
            "mini-swe-agent/unknown/github_issue.v1.17.5/undated/0: Unknown, 22 turns, 11488+507~ tokens")});
    row("openhands_sdk/cli-simple_echo_hello_world",
        {QStringLiteral("openhands/unknown/cli-simple_echo_hello_world/2026-01-27T03-56-17/0: NoTrajectory, 5 turns")});
    row("openhands_sdk/conv-38868567ae624dcba5678b534b99575c",
        {QStringLiteral("openhands/gpt-4o-mini/conv-38868567ae624dcba5678b534b99575c/2026-01-21T20-40-08/0: "
                        "Submitted, 8 turns")});
    row("openhands_classic/multi_swe_bench-output-v0.35.jsonl",
        {QStringLiteral("openhands/openrouter-llama-4-maverick/ponylang__ponyc-4595/2025-04-30T16-31-22/0: Submitted, "
                        "49 turns, 565158+2558 tokens, patch 342"),
            QStringLiteral("openhands/openrouter-llama-4-maverick/ponylang__ponyc-4593/2025-04-30T16-40-51/0: "
                           "Submitted, 70 turns, 410169+5156 tokens, patch 533"),
            QStringLiteral("openhands/openrouter-llama-4-maverick/ponylang__ponyc-4588/2025-04-30T17-07-20/0: "
                           "LimitsExceeded, 103 turns, 938015+5627 tokens, patch 557")});
    row("swe_agent/v0.x-pydicom__pydicom-1458.traj",
        {QStringLiteral("swe-agent/unknown/v0.x-pydicom__pydicom-1458/undated/0: Submitted, 14 turns, 122612+1369 "
                        "tokens, patch 803")});
    row("inspect_ai/log_streaming.eval",
        {QStringLiteral("inspect/Meta-Llama-3-405B-Instruct/2/2024-11-05T20-04-20/2: Submitted, 3 turns, 60+1 tokens"),
            QStringLiteral("inspect/Meta-Llama-3-405B-Instruct/2/2024-11-05T20-04-20/1: Submitted, 3 turns, 60+2 "
                           "tokens"),
            QStringLiteral("inspect/Meta-Llama-3-405B-Instruct/1/2024-11-05T20-04-20/1: Submitted, 3 turns, 66+1 "
                           "tokens"),
            QStringLiteral("inspect/Meta-Llama-3-405B-Instruct/1/2024-11-05T20-04-20/2: Submitted, 3 turns, 66+2 "
                           "tokens")});
}

void tst_LooseSamples::readsRuns()
{
    DECAYSCOPE_REQUIRE_SHARED("data/samples");
    QFETCH(QString, file);
    QFETCH(QStringList, runs);
    QStringList seen;
    for (const auto &bundle : bundlesOf(sharedFile(QStringLiteral("data/samples/") + file)))
        seen.append(runLine(bundle));
    QCOMPARE(seen, runs);
}

void tst_LooseSamples::countsKinds_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kinds");
    const auto row
        = [](const char *file, const QString &kinds) { QTest::newRow(file) << QString::fromLatin1(file) << kinds; };
    row("mini_swe_v1/django__django-11138.traj.json",
        QStringLiteral("command 100, error 15, finish 1, observation 99, prompt 1, system 1, thought 15"));
    row("mini_swe_v2/pvlib__pvlib-python-1606.formaterror-timeouts.traj.json",
        QStringLiteral("command 84, error 1, finish 1, observation 83, prompt 1, system 1"));
    row("openhands_classic/multi_swe_bench-output-v0.35.jsonl",
        QStringLiteral("command 19, edit 2, finish 1, observation 23, prompt 2, system 1, thought 1"));
    row("inspect_ai/log_tool_call_error.json", QStringLiteral("observation 11"));
}

void tst_LooseSamples::countsKinds()
{
    DECAYSCOPE_REQUIRE_SHARED("data/samples");
    QFETCH(QString, file);
    QFETCH(QString, kinds);
    const auto bundles = bundlesOf(sharedFile(QStringLiteral("data/samples/") + file));
    QVERIFY(!bundles.empty());
    QCOMPARE(kindCounts(*turnsOfBundle(bundles.front())).join(QStringLiteral(", ")), kinds);
}

void tst_LooseSamples::readsTurns_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("line");
    const auto row
        = [](const char *file, const QString &line) { QTest::newRow(file) << QString::fromLatin1(file) << line; };
    row("mini_swe_v1/django__django-11138.traj.json",
        QStringLiteral("6 command assistant tokens=3549+311 cost=0.0071778: text 'THOUGHT: Okay, I see the operations "
                       "file…' | command bash in /testbed 'nl -ba django/db/backends/mysql/operatio…'"));
    row("mini_swe_v2/astropy__astropy-12907.v2.3.0.traj.json",
        QStringLiteral("3 observation tool at=1780680349630: output bash rc=0 './astropy/modeling/separable.py⏎'"));
    row("openhands_sdk/conv-38868567ae624dcba5678b534b99575c",
        QStringLiteral("2 finish assistant at=1769028008528 s=0.00446391 tokens=10+5 cost=4.5e-06: text 'ok (stubbed "
                       "LLM response)'"));
    row("openhands_sdk/cli-simple_echo_hello_world",
        QStringLiteral("3 observation tool at=1769486182906: output terminal rc=0 'hello world'"));
    row("openhands_classic/replay-basic.json",
        QStringLiteral("1 edit assistant at=1738017913764 tokens=3486+1135: text 'I'll help you create a simple 2048 "
                       "game …' | edit str_replace_editor 'create /workspace/game_2048.py' asked 0 → 'import "
                       "random⏎import keyboard⏎⏎class Gam…'"));
    row("swe_agent/v0.x-pydicom__pydicom-1458.traj",
        QStringLiteral("10 edit assistant: text 'It seems there was a mistake in the prev…' | edit edit 'replace in "
                       "/pydicom__pydicom/pydicom/pix…' asked 5 287-296 → '    required_elements = [⏎        'BitsA…' "
                       "| output '[File: /pydicom__pydicom/pydicom/pixel_d…'"));
    row("inspect_ai/log_images_tc.json",
        QStringLiteral("1 prompt user: text 'What is this a picture of?' | image 'image/png, 7 KB'"));
}

void tst_LooseSamples::readsTurns()
{
    DECAYSCOPE_REQUIRE_SHARED("data/samples");
    QFETCH(QString, file);
    QFETCH(QString, line);
    const auto bundles = bundlesOf(sharedFile(QStringLiteral("data/samples/") + file));
    QVERIFY(!bundles.empty());
    const auto lines = linesOfTurns(*turnsOfBundle(bundles.front()));
    QCOMPARE(lines.value(line.section(u' ', 0, 0).toInt()), line);
}

QTEST_GUILESS_MAIN(tst_LooseSamples)
#include "tst_loosesamples.moc"
