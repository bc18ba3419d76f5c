// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storedifference.h"

#include <bundle/anonymousstudy.h>
#include <bundle/labeldocuments.h>
#include <bundle/rundocument.h>
#include <publishing/figurechanges.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

using LabelPlace = std::tuple<QString, qsizetype, LabelTarget, int, int>;

/// Its place among the samples: anonymous ones have other ids.
qsizetype sampleNumber(const LabelBook &labels, const QString &id)
{
    return std::ranges::find(labels.samples, id, &Sample::id) - labels.samples.begin();
}

/// What each annotator says of each item.
std::map<LabelPlace, QString> labelsByPlace(const LabelBook &labels)
{
    std::map<LabelPlace, QString> byPlace;
    for (const auto &row : labels.rows)
        byPlace.insert_or_assign(LabelPlace{row.annotator, sampleNumber(labels, row.item.sample), row.target,
                                     row.item.item, row.item.occurrence},
            QString(row.label.code % u'/' % row.label.subcode));
    return byPlace;
}

QStringList labelDifferences(const LabelBook &bundled, const LabelBook &store)
{
    const auto then = labelsByPlace(bundled);
    const auto now = labelsByPlace(store);
    int gone = 0;
    int changed = 0;
    for (const auto &[place, label] : then) {
        const auto found = now.find(place);
        gone += found == now.end() ? 1 : 0;
        changed += found != now.end() && found->second != label ? 1 : 0;
    }
    const auto added = std::ssize(now) - (std::ssize(then) - gone);
    if (gone == 0 && changed == 0 && added == 0)
        return {};
    return {u"Labels: %1 changed, %2 are new and %3 are gone in the study."_s.arg(changed).arg(added).arg(gone)};
}

QStringList otherDocuments(const StudyData &bundled, const StudyData &store)
{
    const auto now = studyDocuments(store);
    QStringList sentences;
    for (const auto &file : studyDocuments(bundled)) {
        const auto *other = bundledFile(now, file.path);
        const bool isTold = file.path == u"data/runs.csv" || file.path == u"data/study.json";
        if (!isTold && (!other || other->content != file.content))
            sentences.append(u"\"%1\" would be another one from the study now."_s.arg(file.path));
    }
    return sentences;
}

} // namespace

QStringList storeDifferences(
    const StudyData &bundled, const QByteArray &bundledRuns, bool isAnonymous, const StudyData &store)
{
    const auto now = isAnonymous ? anonymousStudy(store, WordMask({})) : store;
    auto sentences
        = changedRuns(bundledRuns, studyRunsDocument(now.study->runs), *store.study)
              .value_or(QStringList{u"The runs of the bundle cannot be compared with those of the study."_s});
    sentences += labelDifferences(*bundled.labels, *now.labels);
    if (!isAnonymous)
        sentences += otherDocuments(bundled, now);
    return sentences;
}

} // namespace Decayscope
