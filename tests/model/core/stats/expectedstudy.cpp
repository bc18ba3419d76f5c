// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "expectedstudy.h"

#include <fstream>

namespace Decayscope::Test {

namespace {

void judge(Run &run, ConstraintKind kind, bool compliant)
{
    if (run.task.constraints.ofKind(kind))
        run.verdicts.of(kind) = compliant ? Verdict::Compliant : Verdict::Violated;
}

Run runOf(const nlohmann::json &row, qint64 id)
{
    const auto text = [&row](std::size_t i) { return QString::fromStdString(row[i].get<std::string>()); };
    Run run{.id = RunId{id}};
    run.key = {.runtime = text(0),
        .configuration = {.scaffold = text(1), .model = text(2)},
        .task = text(3),
        .date = QStringLiteral("2026-04-01T12-00-00"),
        .trial = text(4).section(u'_', 1).toInt()};
    run.task = taskFromFolder(run.key.runtime, run.key.task).value();
    run.assertions = row[5];
    run.passed = row[6];
    run.failed = row[7];
    judge(run, ConstraintKind::Architecture, row[8] == 1);
    judge(run, ConstraintKind::Database, row[9] == 1);
    judge(run, ConstraintKind::Orm, row[10] == 1);
    return run;
}

} // namespace

nlohmann::json expectedFile(const QString &path)
{
    std::ifstream file(path.toStdString());
    return nlohmann::json::parse(file);
}

std::vector<Run> runsOf(const nlohmann::json &expected)
{
    std::vector<Run> runs;
    for (const auto &row : expected["run-scores"])
        runs.push_back(runOf(row, std::ssize(runs) + 1));
    return runs;
}

} // namespace Decayscope::Test
