// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studymerging.h"

#include "exclusionmerging.h"
#include "labelmerging.h"
#include "runmerging.h"
#include "settingsmerging.h"

#include <store/runstore.h>
#include <store/studymeta.h>
#include <store/transaction.h>
#include <store/undoing.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <numeric>

namespace Decayscope {

namespace {

/// Also through links.
bool isSameFile(const QString &a, const QString &b)
{
    std::error_code fault;
    return std::filesystem::equivalent(a.toStdString(), b.toStdString(), fault) && !fault;
}

Result<OtherStudy> openOther(const QString &path, const QString &store)
{
    if (isSameFile(path, store))
        return failure(
            ErrorKind::InvalidInput, u"\"" % path % u"\" is this study itself. Choose another study to merge into it.");
    try {
        return OtherStudy::open(path);
    } catch (const std::exception &fault) {
        return failure(
            ErrorKind::Refused, u"\"" % path % u"\" cannot be read: " % QString::fromLocal8Bit(fault.what()) % u'.');
    }
}

/// Numbers of a made-up study must never pass as real ones: an empty store takes its mark over, others are refused.
Result<> keepMadeUpApart(Connection &connection, const OtherStudy &other)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return std::unexpected(std::move(transaction.error()));
    const auto here = readMeta(connection);
    const auto runs = here ? countRuns(connection) : std::unexpected(here.error());
    if (!runs)
        return std::unexpected(runs.error());
    if (here->isSample == other.snapshot.isSample)
        return {};
    if (here->isSample || *runs > 0)
        return failure(ErrorKind::InvalidInput,
            u"\"" % other.path()
                % u"\" is refused: one of both studies is a sample, made up by this program, and the "
                  u"other one is not. Merge it into a new study.");
    return writeMeta(connection, QStringLiteral("sample"), QStringLiteral("1")).and_then([&] {
        return transaction->commit();
    });
}

MergeReport stopped(MergeReport report)
{
    report.cancelled = true;
    report.warnings.append(
        QStringLiteral("Merging was cancelled. What was finished stays; merge the study again for the rest."));
    return report;
}

Result<MergeReport> mergeOne(const PerformWrite &perform, const OtherStudy &other, const Progress &progress)
{
    const auto before = readRunKeys(perform);
    if (!before)
        return std::unexpected(before.error());
    MergeReport report{.source = other.path()};
    auto done = mergeRuns(perform, other, report, progress)
                    .and_then([&] { return mergeExclusions(perform, other, *before, report); })
                    .and_then([&] { return mergeSamples(perform, other, report); })
                    .and_then([&] { return mergeLabels(perform, other, report, progress); })
                    .and_then([&] { return mergeSettings(perform, other, report); });
    if (!done && done.error().kind == ErrorKind::Cancelled)
        return stopped(std::move(report));
    if (!done)
        return std::unexpected(std::move(done.error()));
    return report;
}

/// The order in which they are taken: the same whatever the order of their names.
std::vector<std::size_t> byAge(const std::vector<Result<OtherStudy>> &studies)
{
    std::vector<std::size_t> order(studies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto age = [&](std::size_t i) { return studies[i] ? studies[i]->age : StudyAge(); };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return age(a) < age(b); });
    return order;
}

Result<std::vector<Result<MergeReport>>> mergeAll(
    const PerformWrite &perform, const std::vector<Result<OtherStudy>> &studies, const Progress &progress)
{
    std::vector<Result<MergeReport>> reports(studies.size());
    bool isCleared = false;
    for (const auto i : byAge(studies)) {
        if (!studies[i]) {
            reports[i] = std::unexpected(studies[i].error());
            continue;
        }
        if (progress.isCancelled()) {
            reports[i] = cancelled();
            continue;
        }
        if (auto cleared = isCleared ? Result<>() : clearUndone(perform, progress); !cleared)
            return std::unexpected(std::move(cleared.error()));
        isCleared = true;
        const auto fit = perform([&](Connection &connection) { return keepMadeUpApart(connection, *studies[i]); });
        reports[i] = fit ? mergeOne(perform, *studies[i], progress) : std::unexpected(fit.error());
        const bool isRefused = !fit && fit.error().kind == ErrorKind::InvalidInput;
        if (!reports[i] && !isRefused)
            return std::unexpected(reports[i].error());
    }
    return reports;
}

} // namespace

Result<std::vector<Result<MergeReport>>> mergeStudies(
    const PerformWrite &perform, const QString &store, const QStringList &others, const Progress &progress)
{
    std::vector<Result<OtherStudy>> studies;
    studies.reserve(static_cast<std::size_t>(others.size()));
    for (const auto &path : others) {
        progress.report({.what = path});
        studies.push_back(progress.isCancelled() ? cancelled() : openOther(path, store));
    }
    return mergeAll(perform, studies, progress);
}

} // namespace Decayscope
