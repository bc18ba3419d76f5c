// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "countedlabels.h"

namespace Decayscope {

LabelSelection::LabelSelection(const LabelBook &book, const AgreementRequest &request, const CodeCatalogue &catalogue)
    : m_book(book)
    , m_catalogue(catalogue)
    , m_level(request.level)
    , m_asked(request.samples.begin(), request.samples.end())
{
    for (const auto &sample : book.samples) {
        m_ages.emplace(sample.id, static_cast<int>(m_ages.size()) + 1);
        const bool asked = m_asked.contains(sample.id);
        const bool leftOut = sample.design.purpose == SamplePurpose::Pilot && !asked && !request.pilotToo;
        for (const auto &item : sample.items) {
            if (asked)
                m_targets.insert(item.target);
            if (leftOut)
                m_pilot.insert(item.target);
        }
    }
}

QString LabelSelection::categoryOf(const Label &label) const
{
    switch (m_level) {
    case AgreementLevel::Leaf:
        return m_catalogue.leaf(label);
    case AgreementLevel::Coarse:
        return m_catalogue.coarse(label);
    case AgreementLevel::Fine:
        break;
    }
    return m_catalogue.fine(label);
}

std::optional<int> LabelSelection::rankOf(const LabelRow &row) const
{
    if (row.item.occurrence > 0)
        return {};
    const auto age = m_ages.find(row.item.sample);
    if (m_asked.empty())
        return age == m_ages.end() ? 0 : age->second;
    if (m_asked.contains(row.item.sample))
        return age == m_ages.end() ? 1 : age->second;
    return row.item.sample.isEmpty() && m_targets.contains(row.target) ? std::optional(0) : std::nullopt;
}

CountedLabels LabelSelection::of(const QString &annotator) const
{
    CountedLabels labels;
    std::map<LabelTarget, int> ranks;
    for (const auto &row : m_book.rows) {
        if (row.annotator != annotator || categoryOf(row.label).isEmpty())
            continue;
        const auto rank = rankOf(row);
        if (!rank)
            continue;
        const auto [best, isNew] = ranks.try_emplace(row.target, *rank);
        if (!isNew && best->second >= *rank)
            continue;
        best->second = *rank;
        labels[row.target] = &row;
    }
    return labels;
}

void RatingTableMaker::add(const QStringList &categories, const LabelTarget &target)
{
    auto &unit = m_table.units.emplace_back();
    for (const auto &category : categories) {
        if (category.isEmpty())
            unit.emplace_back();
        else
            unit.emplace_back(m_numbers.try_emplace(category, static_cast<int>(m_numbers.size())).first->second);
    }
    m_table.clusters.push_back(m_clusters.of(target));
}

RatingTable RatingTableMaker::table() const
{
    auto table = m_table;
    table.categories = static_cast<int>(m_numbers.size());
    return table;
}

} // namespace Decayscope
