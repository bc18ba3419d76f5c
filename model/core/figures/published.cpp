// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "published.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>

// Outside of any namespace, as the macro declares a function.
static void loadPublishedResource()
{
    Q_INIT_RESOURCE(decayscope_published);
}

namespace Decayscope {

namespace {

PublishedStudy readStudy()
{
    loadPublishedResource();
    QFile file(QStringLiteral(":/decayscope/published/study.json"));
    const auto isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    const auto document = QJsonDocument::fromJson(file.readAll()).object();
    PublishedStudy study{.source = document[u"source"].toString()};
    for (const auto &entry : document[u"decay"].toArray()) {
        study.decay.push_back(
            {.configuration = {.scaffold = entry[u"scaffold"].toString(), .model = entry[u"model"].toString()},
                .first = entry[u"a_l0"].toDouble(),
                .last = entry[u"a_l3"].toDouble()});
    }
    for (const auto &entry : document[u"marginal-effects"].toArray()) {
        if (const auto constraint = constraintFromName(entry[u"constraint"].toString()))
            study.effects.push_back({.constraint = *constraint,
                .mean = entry[u"mean"].toDouble(),
                .standardError = entry[u"sem"].toDouble()});
    }
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
