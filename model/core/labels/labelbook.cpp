// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelbook.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace Decayscope {

const Codebook *LabelBook::codebook(QStringView id, int version) const
{
    const Codebook *best = nullptr;
    for (const auto &book : codebooks) {
        if (book.id == id && (version == 0 ? !best || best->version < book.version : book.version == version))
            best = &book;
    }
    const auto &study = studyCodebook();
    const bool isStudys = id == study.id && (version == 0 || version == study.version);
    return !best && isStudys ? &study : best;
}

const Sample *LabelBook::sample(QStringView id) const
{
    const auto found = std::ranges::find(samples, id, &Sample::id);
    return found == samples.end() ? nullptr : &*found;
}

QStringList LabelBook::annotators() const
{
    QSet<QString> seen;
    for (const auto &row : rows)
        seen.insert(row.annotator);
    QStringList names(seen.begin(), seen.end());
    const auto place = [](const QString &name) { return name == judgeName ? 0 : name == adjudicatedName ? 2 : 1; };
    std::ranges::sort(names, {}, [&](const QString &name) { return std::pair(place(name), name); });
    return names;
}

std::vector<LabelRow> LabelBook::labelsOf(QStringView annotator) const
{
    QHash<QString, int> ages; ///< Of samples; labels outside of samples are older than all.
    for (const auto &sample : samples)
        ages.insert(sample.id, static_cast<int>(ages.size()) + 1);
    const auto rank = [&](const LabelRow &row) { return std::pair(-ages.value(row.item.sample), row.item.occurrence); };
    std::vector<LabelRow> labels;
    for (const auto &row : rows) {
        if (row.annotator != annotator)
            continue;
        if (labels.empty() || labels.back().target != row.target)
            labels.push_back(row);
        else if (rank(row) < rank(labels.back()))
            labels.back() = row;
    }
    return labels;
}

} // namespace Decayscope
