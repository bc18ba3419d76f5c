// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementpart.h"

#include "agreementtables.h"
#include "codebookmarkdown.h"

#include <figures/tablewriters.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QByteArray reportMarkdown(const AgreementReport &report, const std::vector<TableSpec> &tables)
{
    auto look = TableLook();
    look.notes = false;
    QByteArray text
        = u"# Agreement of %1 (reference) and %2\n\n"_s.arg(plainMarkdown(report.by), plainMarkdown(report.against))
              .toUtf8();
    for (const auto &table : tables) {
        if (!table.rows.empty())
            text += writeTable(table, TableFormat::Markdown, look) + '\n';
    }
    for (const auto &note : report.notes)
        text += "- " + plainMarkdown(note).toUtf8() + '\n';
    return text;
}

QString kappaWords(const AgreementReport &report)
{
    const auto number = [](const std::optional<double> &value) {
        return value ? QString::number(*value, 'f', 3).replace(u'-', u'−') : u"–"_s;
    };
    const auto &kappa = report.kappa;
    return u"Cohen's κ %1 [%2, %3] on %4 runs that both labelled."_s.arg(
        number(kappa.value), number(kappa.low), number(kappa.high), QString::number(report.accuracy.units));
}

} // namespace

std::vector<AnnotatorPair> annotatorPairs(const LabelBook &labels)
{
    auto names = labels.annotators();
    const bool isAdjudicated = names.removeAll(QString(adjudicatedName)) > 0;
    const bool isJudged = names.removeAll(QString(judgeName)) > 0;
    if (isAdjudicated)
        names.prepend(adjudicatedName);
    if (isJudged)
        names.append(judgeName);
    std::vector<AnnotatorPair> pairs;
    for (qsizetype by = 0; by < names.size(); ++by) {
        for (auto against = by + 1; against < names.size(); ++against)
            pairs.push_back({.by = names.at(by), .against = names.at(against)});
    }
    return pairs;
}

BundledPart agreementPart(
    const LabelBook &labels, const AnnotatorPair &pair, const QString &stem, const TableLook &look)
{
    BundledPart part{.name = stem,
        .title = u"%1 and %2"_s.arg(pair.by, pair.against),
        .words = {},
        .warnings = {},
        .files = {},
        .missing = {}};
    const auto report = agreementReport(labels, {.by = pair.by, .against = pair.against, .samples = {}});
    if (!report || report->accuracy.units == 0) {
        part.missing = report ? u"The two share no labelled run."_s : report.error().message;
        return part;
    }
    part.words = kappaWords(*report);
    const auto tables = agreementTables(*report);
    part.files.push_back({.path = u"agreement/%1.md"_s.arg(stem), .content = reportMarkdown(*report, tables)});
    for (const auto &table : tables) {
        if (table.rows.empty())
            continue;
        auto labelled = look;
        labelled.label = u"tab:%1-%2"_s.arg(stem, table.name);
        const auto path = u"agreement/%1-%2."_s.arg(stem, table.name);
        part.files.push_back({.path = path + u"csv", .content = writeTable(table, TableFormat::Csv)});
        part.files.push_back({.path = path + u"tex", .content = writeTable(table, TableFormat::Latex, labelled)});
    }
    return part;
}

} // namespace Decayscope
