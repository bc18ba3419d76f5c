// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agreementnotes.h"

#include <algorithm>
#include <set>

namespace Decayscope {

namespace {

constexpr int fewClusters = 10;

QString counted(int count, const QString &noun)
{
    return QString::number(count) % u' ' % noun % (count == 1 ? u"" : u"s");
}

QString levelNote(AgreementLevel level)
{
    switch (level) {
    case AgreementLevel::Leaf:
        return QStringLiteral("Categories are sub-categories where a label has one, else categories of level 1.");
    case AgreementLevel::Coarse:
        return QStringLiteral("Categories are those of level 1.");
    case AgreementLevel::Fine:
        break;
    }
    return QStringLiteral("Categories are sub-categories of runs on whose level 1 both agree.");
}

QString leftOutNote(const AgreementReport &report)
{
    QStringList parts{QStringLiteral("%1 that only %2 labelled").arg(report.onlyBy).arg(report.by),
        QStringLiteral("%1 that only %2 labelled").arg(report.onlyAgainst).arg(report.against)};
    if (report.fromPilot > 0)
        parts << QStringLiteral("%1 that stood in a pilot").arg(report.fromPilot);
    return QStringLiteral("Left out: %1. Missing labels are never counted as a category.").arg(parts.join(u"; "));
}

QString intervalNote(const AgreementRequest &request, int clusters)
{
    if (request.draws <= 0)
        return {};
    auto note = QStringLiteral(
        "Intervals are 95 % percentile intervals of %1 bootstrap draws (seed %2) that resample whole tasks: %3.")
                    .arg(request.draws)
                    .arg(request.seed)
                    .arg(counted(clusters, QStringLiteral("cluster")));
    if (clusters < 2)
        note = QStringLiteral("There are no intervals: all labels are of one task.");
    else if (clusters < fewClusters)
        note += QStringLiteral(" With fewer than %1 clusters they are too narrow.").arg(fewClusters);
    return note;
}

/// "constraint-decay 1 and 2"
QString codebookNote(const AgreementReport &report)
{
    std::map<QString, std::set<int>> versions;
    for (const auto &unit : report.units) {
        for (const auto &row : {unit.by, unit.against}) {
            if (row && !row->label.codebook.isEmpty())
                versions[row->label.codebook].insert(row->label.version);
        }
    }
    QStringList books;
    for (const auto &[id, numbers] : versions) {
        QStringList texts;
        for (const auto number : numbers)
            texts << QString::number(number);
        books << id % (numbers.size() == 1 ? u" version " : u" versions ") % texts.join(u", ");
    }
    if (books.isEmpty())
        return {};
    auto note = QStringLiteral("Labelled under %1.").arg(books.join(u"; "));
    if (std::ranges::any_of(versions, [](const auto &book) { return book.second.size() > 1; }))
        note += QStringLiteral(" Renamed and merged codes count as what they are called now; those of codes that were "
                               "split since stay as they are.");
    return note;
}

QString blindNote(const AgreementReport &report)
{
    std::map<QString, std::pair<int, int>> openOf; // Not blind, of all.
    for (const auto &unit : report.units) {
        for (const auto &row : {unit.by, unit.against}) {
            if (!row || row->annotator == judgeName)
                continue;
            auto &[open, all] = openOf[row->annotator];
            open += row->label.blind ? 0 : 1;
            ++all;
        }
    }
    QStringList parts;
    for (const auto &[annotator, counts] : openOf) {
        if (counts.first > 0)
            parts << QStringLiteral("%1 of %2 by %3").arg(counts.first).arg(counts.second).arg(annotator);
    }
    return parts.isEmpty() ? QString() : QStringLiteral("Labels not known to be blind: %1.").arg(parts.join(u", "));
}

} // namespace

QStringList agreementNotes(const AgreementReport &report, const AgreementRequest &request, int clusters)
{
    QStringList notes{
        QStringLiteral("Rests on %1 that %2 (the reference) and %3 both labelled, pooled over all samples "
                       "and tasks. First labels alone count; repeats do not.")
            .arg(counted(report.accuracy.units, QStringLiteral("run")), report.by, report.against),
        leftOutNote(report), levelNote(request.level), intervalNote(request, clusters), codebookNote(report),
        blindNote(report)};
    if (report.annotators.size() > 2)
        notes << QStringLiteral("Fleiss' κ and Krippendorff's α are of %1.").arg(report.annotators.join(u", "));
    notes << QStringLiteral("The weighted κ gives half an agreement to categories under one parent. PABAK and AC1 take "
                            "the categories that occur.");
    notes.removeAll(QString());
    return notes;
}

} // namespace Decayscope
