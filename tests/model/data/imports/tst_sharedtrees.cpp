// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fixtures.h"

#include <domain/runfilter.h>
#include <support/shareddata.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Decayscope;
using namespace Decayscope::Test;

namespace {

QJsonObject expectedNumbers(const QString &tree)
{
    QFile file(sharedFile(QStringLiteral("data/expected/") + tree + QStringLiteral(".json")));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList expectedScores(const QJsonObject &numbers)
{
    QStringList lines;
    for (const auto &value : numbers.value(QLatin1StringView("run-scores")).toArray()) {
        const auto row = value.toArray();
        QStringList cells;
        for (int i = 0; i < 5; ++i)
            cells.append(row[i].toString());
        for (int i = 5; i < 8; ++i)
            cells.append(QString::number(row[i].toInt()));
        lines.append(cells.join(u' '));
    }
    lines.sort();
    return lines;
}

QStringList scoresOf(const std::vector<Run> &runs)
{
    QStringList lines;
    for (const auto &run : runs) {
        lines.append(QStringLiteral("%1 %2 %3 %4 run_%5 %6 %7 %8")
                .arg(run.key.runtime, run.key.configuration.scaffold, run.key.configuration.model, run.key.task)
                .arg(run.key.trial)
                .arg(run.assertions)
                .arg(run.passed)
                .arg(run.failed));
    }
    lines.sort();
    return lines;
}

QStringList expectedEndings(const QJsonObject &numbers)
{
    QStringList lines;
    for (const auto &value : numbers.value(QLatin1StringView("termination")).toArray()) {
        const auto row = value.toObject();
        for (const auto termination : allTerminations) {
            if (const auto count = row.value(terminationName(termination)).toInt())
                lines.append(QStringLiteral("%1 %2 %3 %4")
                        .arg(row.value(QLatin1StringView("scaffold")).toString(),
                            row.value(QLatin1StringView("model")).toString(), terminationName(termination))
                        .arg(count));
        }
    }
    lines.sort();
    return lines;
}

QStringList endingsOf(const std::vector<Run> &runs)
{
    std::map<QString, int> counts;
    for (const auto &run : runs)
        ++counts[run.key.configuration.scaffold + u' ' + run.key.configuration.model + u' '
            + terminationName(run.termination)];
    QStringList lines;
    for (const auto &[name, count] : counts)
        lines.append(QStringLiteral("%1 %2").arg(name).arg(count));
    lines.sort();
    return lines;
}

} // namespace

/// Trees of the shared generator against the numbers the study's own scripts give for them.
class tst_SharedTrees : public QObject
{
    Q_OBJECT

private slots:
    void givesExpectedNumbers_data();
    void givesExpectedNumbers();
};

void tst_SharedTrees::givesExpectedNumbers_data()
{
    QTest::addColumn<QString>("tree");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *tree, const char *size, const char *seed, bool quirks) {
        QStringList arguments{
            QStringLiteral("--size"), QString::fromLatin1(size), QStringLiteral("--seed"), QString::fromLatin1(seed)};
        if (quirks)
            arguments.append(QStringLiteral("--quirks"));
        QTest::newRow(tree) << QString::fromLatin1(tree) << arguments;
    };
    row("tiny-1-quirks", "tiny", "1", true);
    row("small-1", "small", "1", false);
    row("small-2-quirks", "small", "2", true);
}

void tst_SharedTrees::givesExpectedNumbers()
{
    QFETCH(QString, tree);
    QFETCH(QStringList, arguments);
    const auto numbers = expectedNumbers(tree);
    QTemporaryDir folder;
    if (numbers.isEmpty() || !makeResultsTree(folder.path(), arguments))
        QSKIP("The shared generator or its expected numbers are not there; set DECAYSCOPE_SHARED to their folder.");
    std::vector<Run> runs;
    for (const auto &bundle : bundlesOf(folder.path()))
        runs.push_back(summaryOf(bundle));
    markNewestDates(runs);
    std::erase_if(runs, [](const Run &run) { return !run.newestDate || run.task.kind != TaskKind::Generation; });
    QCOMPARE(endingsOf(runs), expectedEndings(numbers));
    QCOMPARE(scoresOf(runs), expectedScores(numbers));
}

QTEST_GUILESS_MAIN(tst_SharedTrees)
#include "tst_sharedtrees.moc"
