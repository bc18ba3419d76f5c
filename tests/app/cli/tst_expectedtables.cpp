// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole way from a results tree to the tables, against the values that the study's own published scripts give for
// the same trees.

#include <figures/tablebuilder.h>
#include <figures/tablewriters.h>
#include <stats/scores.h>
#include <support/shareddata.h>
#include <verifiers/bothverifiers.h>
#include <workspace/workspace.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace Decayscope;
using nlohmann::json;

namespace {

constexpr double tolerance = 1e-9;

json readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? json::parse(file.readAll().toStdString()) : json();
}

/// The texts of a row: what names it.
json nameOf(const json &row)
{
    auto name = json::object();
    for (const auto &[key, value] : row.items()) {
        if (value.is_string())
            name[key] = value;
    }
    return name;
}

bool equals(const json &expected, const json &actual)
{
    if (expected.is_number() && actual.is_number())
        return std::abs(expected.get<double>() - actual.get<double>()) <= tolerance;
    return expected == actual;
}

/// One line a value that differs; a row or key that is missing differs too.
void compareFields(const std::string &where, const json &expected, const json &actual, QStringList &differences)
{
    for (const auto &[key, value] : expected.items()) {
        const auto found = actual.find(key);
        if (found == actual.end() || !equals(value, *found)) {
            differences.append(QString::fromStdString(where + "." + key + ": expected " + value.dump() + ", got "
                + (found == actual.end() ? "nothing" : found->dump())));
        }
    }
}

QStringList differences(const std::string &table, const json &expected, const json &actual)
{
    QStringList found;
    if (expected.size() != actual.size())
        found.append(QStringLiteral("%1: expected %2 rows, got %3")
                .arg(QString::fromStdString(table))
                .arg(expected.size())
                .arg(actual.size()));
    for (const auto &row : expected) {
        const auto name = nameOf(row);
        const auto same = std::ranges::find_if(actual, [&](const json &other) {
            return std::ranges::all_of(
                name.items(), [&](const auto &item) { return other.value(item.key(), json()) == item.value(); });
        });
        const auto where = table + name.dump();
        if (same == actual.end())
            found.append(QString::fromStdString(where + ": no such row"));
        else
            compareFields(where, row, *same, found);
    }
    return found;
}

json holds(Verdict verdict)
{
    return verdict == Verdict::Violated ? 0 : 1;
}

/// A run as the expected files list it: names, then counts, then 1 for each verifier that holds or does not apply.
json scoreRow(const Run &run)
{
    const auto text = [](const QString &value) { return value.toStdString(); };
    return json::array({text(run.key.runtime), text(run.key.configuration.scaffold), text(run.key.configuration.model),
        text(run.key.task), "run_" + std::to_string(run.key.trial), run.assertions, run.passed, run.failed,
        holds(run.verdicts.architecture), holds(run.verdicts.database), holds(run.verdicts.orm),
        isSuccess(run, ScoreMode::Strict) ? 1 : 0});
}

} // namespace

class TestExpectedTables : public QObject
{
    Q_OBJECT

private slots:
    void agree_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QStringList &arguments) {
            QTest::newRow(name) << arguments << QStringLiteral("data/expected/%1.json").arg(QLatin1StringView(name));
        };
        const auto size = QStringLiteral("--size");
        const auto seed = QStringLiteral("--seed");
        const auto quirks = QStringLiteral("--quirks");
        row("tiny-1-quirks", {size, QStringLiteral("tiny"), seed, QStringLiteral("1"), quirks});
        row("small-1", {size, QStringLiteral("small"), seed, QStringLiteral("1")});
        row("small-2-quirks", {size, QStringLiteral("small"), seed, QStringLiteral("2"), quirks});
    }

    void agree()
    {
        DECAYSCOPE_REQUIRE_SHARED("data/expected");
        QFETCH(QStringList, arguments);
        QFETCH(QString, expected);
        const QTemporaryDir folder;
        if (!Test::makeResultsTree(folder.filePath(QStringLiteral("tree")), arguments))
            QSKIP("No Python to run the shared generator with.");

        const auto store = folder.filePath(QStringLiteral("study.decayscope"));
        const auto report = importIntoStore(store, {folder.filePath(QStringLiteral("tree"))}, {}, bothVerifiers(), {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->refused.size(), 0U);
        const auto study = readSnapshot(store);
        QVERIFY(study);
        compareTables(readJson(Test::sharedFile(expected)), *study);
        compareRuns(readJson(Test::sharedFile(expected)), *study);
    }

private:
    static json built(const char *name, const StudySnapshot &study)
    {
        const auto table = buildTable(QString::fromLatin1(name), study);
        return table ? json::parse(writeTable(*table, TableFormat::Json).toStdString()) : json();
    }

    static void compareTables(const json &expected, const StudySnapshot &study)
    {
        for (const auto *name : {"decay", "decay-raw", "marginal-effects", "feature", "frameworks", "sensitivity",
                 "verifier-impact", "termination"}) {
            QCOMPARE(differences(name, expected.at(name), built(name, study).at("rows")), QStringList());
        }
        QStringList found;
        compareFields("capable", expected.at("capable"), built("decay", study).at("capable"), found);
        compareFields(
            "summary", expected.at("verifier-impact-summary"), built("verifier-impact", study).at("summary"), found);
        QCOMPARE(found, QStringList());
    }

    static void compareRuns(const json &expected, const StudySnapshot &study)
    {
        std::vector<json> rows;
        int features = 0;
        for (const auto &run : filtered(study.runs, {})) {
            if (run.task.kind == TaskKind::Generation)
                rows.push_back(scoreRow(run));
            else
                ++features;
        }
        auto wanted = expected.at("run-scores").get<std::vector<json>>();
        std::ranges::sort(wanted);
        std::ranges::sort(rows);
        QCOMPARE(rows.size(), wanted.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(QString::fromStdString(rows[i].dump()), QString::fromStdString(wanted[i].dump()));
        QCOMPARE(features, expected.at("runs").at("feature").get<int>());
    }
};

QTEST_GUILESS_MAIN(TestExpectedTables)

#include "tst_expectedtables.moc"
