// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvrecords.h"
#include "figurechanges.h"
#include "figureruns.h"

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

using RunRecords = std::map<QStringList, QStringList>;

std::optional<RunRecords> recordsOf(const std::vector<QStringList> &records)
{
    if (records.front().size() <= runNameColumns)
        return std::nullopt;
    RunRecords byName;
    for (std::size_t i = 1; i < records.size(); ++i)
        byName.insert_or_assign(records[i].first(runNameColumns), records[i]);
    return byName;
}

/// "mini_swe_sdk, gpt-x, flask-openapi-unconstrained, 2025-01-01, run_1"; the runtime says nothing that the task does
/// not say but of feature tasks, whose names repeat.
QString nameOf(const QStringList &name)
{
    const auto place = name.at(3).startsWith(name.at(2)) ? name.at(3) : QString(name.at(2) % u'/' % name.at(3));
    return QStringList{name.at(0), name.at(1), place, name.at(4), name.at(5)}.join(u", ");
}

QStringList nameOf(const RunKey &key)
{
    return {key.configuration.scaffold, key.configuration.model, key.runtime, key.task, key.date,
        QString(u"run_" % QString::number(key.trial))};
}

QString whyGone(const QStringList &name, const StudySnapshot &study)
{
    const auto found = std::ranges::find_if(study.runs, [&name](const Run &run) { return nameOf(run.key) == name; });
    if (found == study.runs.end())
        return u"it is not in the study"_s;
    if (found->exclusion)
        return u"it is excluded now"_s;
    return found->newestDate ? u"it no longer counts here"_s : u"a newer date took its place"_s;
}

QString changeOf(const QStringList &header, const QStringList &then, const QStringList &now)
{
    QStringList changes;
    for (auto i = runNameColumns; i < header.size(); ++i) {
        const auto said = [](const QString &value) { return value.isEmpty() ? u"nothing"_s : value; };
        if (then.at(i) != now.at(i))
            changes.append(u"%1 was %2, is %3"_s.arg(header.at(i), said(then.at(i)), said(now.at(i))));
    }
    return changes.join(u"; ");
}

} // namespace

std::optional<QStringList> changedRuns(const QByteArray &then, const QByteArray &now, const StudySnapshot &study)
{
    const auto before = ownCsvRecords(then);
    const auto after = ownCsvRecords(now);
    if (!before || !after || before->front() != after->front())
        return std::nullopt;
    const auto &header = after->front();
    const auto old = recordsOf(*before).value_or(RunRecords());
    const auto current = recordsOf(*after).value_or(RunRecords());
    QStringList sentences;
    for (const auto &[name, record] : old) {
        const auto found = current.find(name);
        if (found == current.end())
            sentences.append(u"Run %1 is gone: %2."_s.arg(nameOf(name), whyGone(name, study)));
        else if (found->second != record)
            sentences.append(u"Run %1 changed: %2."_s.arg(nameOf(name), changeOf(header, record, found->second)));
    }
    for (const auto &[name, record] : current) {
        if (!old.contains(name))
            sentences.append(u"Run %1 is new."_s.arg(nameOf(name)));
    }
    return sentences;
}

} // namespace Decayscope
