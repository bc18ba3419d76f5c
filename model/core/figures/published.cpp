// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "published.h"

#include "publishedfile.h"

#include <algorithm>
#include <memory>

namespace Decayscope {

namespace {

void addRow(PublishedStudy &study, const PublishedRow &row)
{
    if (row.table == u"decay") {
        study.decay.push_back({.configuration
            = {.scaffold = row.name(QStringLiteral("scaffold")), .model = row.name(QStringLiteral("model"))},
            .first = row.value(QStringLiteral("a_l0")).value_or(0),
            .last = row.value(QStringLiteral("a_l3")).value_or(0)});
    } else if (const auto constraint = constraintFromName(row.name(QStringLiteral("constraint")))) {
        study.effects.push_back({.constraint = *constraint,
            .mean = row.value(QStringLiteral("mean")).value_or(0),
            .standardError = row.value(QStringLiteral("sem")).value_or(0)});
    }
}

PublishedStudy readStudy()
{
    PublishedStudy study;
    const auto book = publishedBook(publishedNames().front());
    Q_ASSERT(book);
    if (!book)
        return study;
    study.source = book->source;
    for (const auto &row : book->rows)
        addRow(study, row);
    return study;
}

} // namespace

const PublishedDecay *PublishedStudy::decayOf(const Configuration &configuration) const
{
    const auto found = std::ranges::find_if(decay, [&](const PublishedDecay &entry) {
        return entry.configuration.scaffold == configuration.scaffold
            && entry.configuration.model.compare(configuration.model, Qt::CaseInsensitive) == 0;
    });
    return found == decay.end() ? nullptr : std::to_address(found);
}

const PublishedStudy &publishedStudy()
{
    static const auto study = readStudy();
    return study;
}

} // namespace Decayscope
