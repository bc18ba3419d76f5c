// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resultsfolder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope::Test {

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray report(int passed)
{
    const QStringList names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"),
        QStringLiteral("e"), QStringLiteral("f")};
    return "iteration,collectionName,requestName,method,url,status,code,responseTime,responseSize,executed,failed,"
           "skipped,"
           "totalAssertions,executedCount,failedCount,skippedCount\n\"1\",\"Conduit\",\"Tags\",\"GET\",\"/"
           "tags\",\"OK\",\"200\",\"5\",\"20\",\""
        + names.first(passed).join(u", ").toUtf8() + "\",\"" + names.mid(passed).join(u", ").toUtf8() + "\",,\"6\",\""
        + QByteArray::number(passed) + "\",\"" + QByteArray::number(6 - passed) + "\",\"0\"\n";
}

QByteArray trajectory(const QStringList &turns)
{
    QJsonArray messages;
    for (const auto &turn : turns)
        messages.append(QJsonObject{
            {QStringLiteral("role"), messages.size() % 2 == 0 ? QStringLiteral("user") : QStringLiteral("assistant")},
            {QStringLiteral("content"), turn}});
    return QJsonDocument(QJsonObject{{QStringLiteral("status"), QStringLiteral("Submitted")},
                             {QStringLiteral("trajectories"), messages}})
        .toJson();
}

} // namespace

QString RunOnDisk::folder() const
{
    const auto runtime = frameworksOf(u"uv").contains(framework) ? QStringLiteral("uv") : QStringLiteral("node");
    return runtime % u"/mini_swe_sdk/" % model % u'/' % generationTaskName(framework, constraints) % u'/' % date
        % u"/run_" % QString::number(trial);
}

bool writeRun(const QString &tree, const RunOnDisk &run)
{
    const QString folder = tree % u'/' % run.folder();
    const QString patch = folder % u"/mini_swe_sdk-" % generationTaskName(run.framework, run.constraints) % u".patch";
    return QDir().mkpath(folder % u"/mini") && write(patch, run.patch)
        && write(folder % u"/newman-run-report-2026-04-01-12-30-00-000-0.csv", report(run.passed))
        && write(folder % u"/conduit.log", "listening on port 8080\n")
        && write(folder % u"/mini/trajectory.json", trajectory(run.turns));
}

bool writeRuns(const QString &tree, int count, int turns)
{
    const auto variants = variantsOf(u"uv");
    bool done = true;
    for (int i = 0; i < count; ++i) {
        RunOnDisk run{.constraints = variants.at(static_cast<std::size_t>(i) % variants.size()),
            .trial = i / static_cast<int>(variants.size()),
            .passed = i % 7};
        for (int turn = 2; turn < turns; ++turn)
            run.turns.append(QStringLiteral("turn %1 of run %2: ").arg(turn).arg(i)
                + QStringLiteral("word%1 ").arg(turn * i % 997).repeated(40));
        run.patch += "+" + run.constraints.joined(u" ").toUtf8() + " run " + QByteArray::number(i) + "\n";
        done &= writeRun(tree, run);
    }
    return done;
}

Verifiers namingVerifier(const QString &version)
{
    const Verifier byName{
        version, [](QByteArrayView patch, ConstraintSet constraints) {
            std::vector<ConstraintVerdict> verdicts;
            for (const auto constraint : constraints.toVector()) {
                const bool isNamed = patch.contains(constraintName(constraint).toUtf8());
                verdicts.push_back(
                    {.constraint = constraint, .compliant = isNamed, .reason = QStringLiteral("By name.")});
            }
            return verdicts;
        }};
    return {.reference = byName, .syntax = byName};
}

QStringList printed(const std::vector<Run> &runs)
{
    constexpr const char *verdictNames[]{"-", "ok", "violated"};
    QStringList lines;
    for (const auto &run : runs) {
        const auto verdict = [&](ConstraintKind kind) {
            return QString::fromLatin1(verdictNames[static_cast<int>(run.verdicts.of(kind))]);
        };
        lines.append(QStringLiteral("%1 %2 %3 run_%4 %5/%6 turns %7 %8 %9 %10%11%12")
                .arg(run.key.configuration.model, run.key.task, run.key.date)
                .arg(run.key.trial)
                .arg(run.passed)
                .arg(run.assertions)
                .arg(run.turns)
                .arg(verdict(ConstraintKind::Architecture), verdict(ConstraintKind::Database),
                    verdict(ConstraintKind::Orm), run.newestDate ? QStringLiteral("") : QStringLiteral(" old"),
                    run.exclusion ? QString(u" excluded: " % *run.exclusion) : QStringLiteral("")));
    }
    lines.sort();
    return lines;
}

} // namespace Decayscope::Test
