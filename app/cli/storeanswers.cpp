// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storeanswers.h"

#include "console.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace Decayscope {

using nlohmann::ordered_json;

ordered_json toJson(const StoreInfo &info)
{
    return {{"path", jsonText(info.path)}, {"store_id", jsonText(info.storeId)}, {"schema", info.schema},
        {"bytes", info.bytes}, {"runs", info.runs}, {"excluded", info.excluded}, {"imports", info.imports},
        {"texts", info.texts}, {"text_bytes", info.textBytes}, {"indexed_parts", info.indexedParts},
        {"labels", info.labels}, {"samples", info.samples}, {"sample", info.sample},
        {"written_by", jsonText(info.writtenBy)}};
}

QString toText(const StoreInfo &info)
{
    const auto locale = QLocale::c();
    return QStringList{
        QStringLiteral("store     %1").arg(info.path),
        QStringLiteral("id        %1 (schema %2, written by Decayscope %3%4)")
            .arg(info.storeId)
            .arg(info.schema)
            .arg(info.writtenBy, info.sample ? QStringLiteral("; sample, made up") : QString()),
        QStringLiteral("size      %1").arg(locale.formattedDataSize(info.bytes)),
        QStringLiteral("runs      %1, %2 excluded, from %3 imports")
            .arg(info.runs)
            .arg(info.excluded)
            .arg(info.imports),
        QStringLiteral("texts     %1, %2 uncompressed").arg(info.texts).arg(locale.formattedDataSize(info.textBytes)),
        QStringLiteral("index     %1 turns, logs and patches").arg(info.indexedParts),
        QStringLiteral("labels    %1, in %2 samples or imported").arg(info.labels).arg(info.samples),
    }
        .join(u'\n');
}

ordered_json toJson(const StoreCheck &check)
{
    auto findings = ordered_json::array();
    for (const auto &finding : check.findings)
        findings.push_back(jsonText(finding));
    return {{"ok", check.findings.isEmpty()}, {"checked", check.checked}, {"findings", std::move(findings)}};
}

QString toText(const StoreCheck &check)
{
    auto lines = check.findings;
    lines.append(check.findings.isEmpty()
            ? QStringLiteral("The store is sound (%1 checks).").arg(check.checked)
            : QStringLiteral("%1 findings in %2 checks.").arg(check.findings.size()).arg(check.checked));
    return lines.join(u'\n');
}

bool MergeAnswer::hasRefused() const
{
    return !std::ranges::all_of(reports, [](const auto &report) { return report.has_value(); });
}

bool MergeAnswer::isCancelled() const
{
    return std::ranges::any_of(reports,
        [](const auto &report) { return report ? report->cancelled : report.error().kind == ErrorKind::Cancelled; });
}

namespace {

/// What a merge counts, as both answers name it.
constexpr std::pair<const char *, int MergeReport::*> mergeCounts[]{
    {"added", &MergeReport::added},
    {"updated", &MergeReport::updated},
    {"unchanged", &MergeReport::unchanged},
    {"labels", &MergeReport::labels},
    {"samples", &MergeReport::samples},
    {"codebooks", &MergeReport::codebooks},
    {"tasks", &MergeReport::tasks},
    {"excluded", &MergeReport::excluded},
};

ordered_json mergedJson(const MergeReport &report)
{
    ordered_json merged{{"file", jsonText(report.source)}};
    for (const auto &[name, count] : mergeCounts)
        merged[name] = report.*count;
    auto warnings = ordered_json::array();
    for (const auto &warning : report.warnings)
        warnings.push_back(jsonText(warning));
    merged["warnings"] = std::move(warnings);
    return merged;
}

QString mergedText(const MergeReport &report)
{
    QStringList counts;
    for (const auto &[name, count] : mergeCounts)
        counts.append(QStringLiteral("%1 %2").arg(report.*count).arg(QLatin1StringView(name)));
    return QStringLiteral("%1: %2").arg(report.source, counts.join(QStringLiteral(", ")));
}

} // namespace

ordered_json toJson(const MergeAnswer &answer)
{
    auto merged = ordered_json::array();
    auto refused = ordered_json::array();
    for (std::size_t i = 0; i < answer.reports.size(); ++i) {
        const auto &report = answer.reports[i];
        if (report)
            merged.push_back(mergedJson(*report));
        else
            refused.push_back({{"path", jsonText(answer.paths[static_cast<qsizetype>(i)])},
                {"reason", jsonText(report.error().message)}});
    }
    return {{"merged", std::move(merged)}, {"refused", std::move(refused)}};
}

QString toText(const MergeAnswer &answer)
{
    QStringList lines;
    for (std::size_t i = 0; i < answer.reports.size(); ++i) {
        const auto &report = answer.reports[i];
        lines.append(
            report ? mergedText(*report) : QStringLiteral("%1: refused").arg(answer.paths[static_cast<qsizetype>(i)]));
    }
    return lines.join(u'\n');
}

ordered_json toJson(const CompactReport &report)
{
    return {{"before", report.before}, {"after", report.after}, {"texts", report.texts}};
}

QString toText(const CompactReport &report)
{
    const auto locale = QLocale::c();
    return QStringLiteral("%1 before, %2 now; %3 unused texts were removed.")
        .arg(locale.formattedDataSize(report.before), locale.formattedDataSize(report.after))
        .arg(report.texts);
}

} // namespace Decayscope
