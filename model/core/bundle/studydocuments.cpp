// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "studydocuments.h"

#include "bundlefault.h"
#include "configurationdocument.h"
#include "labeldocuments.h"
#include "rundocument.h"

#include <publishing/fieldreader.h>

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

const QString studyPath = u"data/study.json"_s;
const QString runsPath = u"data/runs.csv"_s;
const QString configurationsPath = u"data/configurations.csv"_s;
constexpr int studySchema = 1;
constexpr qsizetype longestStudy = qsizetype{1} * 1024 * 1024;
constexpr qsizetype longestTable = qsizetype{512} * 1024 * 1024;

QByteArray studyJson(const StudySnapshot &study)
{
    const QJsonObject object{{u"schema"_s, studySchema}, {u"name"_s, study.name}, {u"store"_s, study.storeId},
        {u"sample"_s, study.isSample}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Result<StudySnapshot> studyIn(const QByteArray &document, const QString &source)
{
    const auto refused
        = [&source](ErrorKind kind, const QString &why) { return unreadableDocument(kind, source, u"a study"_s, why); };
    QJsonParseError error;
    const auto json = document.size() > longestStudy ? QJsonDocument() : QJsonDocument::fromJson(document, &error);
    if (error.error != QJsonParseError::NoError || !json.isObject())
        return refused(ErrorKind::InvalidInput, u"It is no JSON object of less than 1 MB."_s);
    QString fault;
    FieldReader fields(json.object(), {}, fault);
    double schema = 0;
    StudySnapshot study;
    fields.number(u"schema", schema, 0, std::numeric_limits<int>::max());
    if (schema > studySchema)
        return refused(ErrorKind::TooNew, u"It was written by a newer Decayscope. Use that one."_s);
    fields.text(u"name", study.name);
    fields.text(u"store", study.storeId);
    fields.flag(u"sample", study.isSample);
    fields.refuseOthers();
    if (fault.isEmpty() && schema != studySchema)
        fault = u"It has no \"schema\": 1."_s;
    if (!fault.isEmpty())
        return refused(ErrorKind::InvalidInput, fault);
    return study;
}

Result<QByteArray> contentOf(const std::vector<BundledFile> &files, const QString &path, const QString &source)
{
    const auto *file = bundledFile(files, path);
    if (!file)
        return failure(ErrorKind::NotFound,
            u"\"%1\" has no \"%2\". Take the whole bundle from where it came."_s.arg(source, path));
    if (file->content.size() > longestTable)
        return failure(ErrorKind::Refused, u"\"%1/%2\" is larger than 512 MB."_s.arg(source, path));
    return file->content;
}

/// Snapshot without labels.
Result<StudySnapshot> readSnapshotDocuments(const std::vector<BundledFile> &files, const QString &source)
{
    const auto placeOf = [&source](const QString &path) { return QString(source % u'/' % path); };
    const auto about = contentOf(files, studyPath, source);
    auto study = about ? studyIn(*about, placeOf(studyPath)) : std::unexpected(about.error());
    if (!study)
        return study;
    const auto runs = contentOf(files, runsPath, source);
    auto read = runs ? readStudyRuns(*runs, placeOf(runsPath)) : std::unexpected(runs.error());
    if (!read)
        return std::unexpected(std::move(read.error()));
    study->runs = std::move(*read);
    const auto configurations = contentOf(files, configurationsPath, source);
    auto styles = configurations ? readConfigurations(*configurations, placeOf(configurationsPath))
                                 : std::unexpected(configurations.error());
    if (!styles)
        return std::unexpected(std::move(styles.error()));
    study->styles = std::move(*styles);
    return study;
}

} // namespace

std::vector<BundledFile> studyDocuments(const StudyData &data)
{
    std::vector<BundledFile> files{{.path = studyPath, .content = studyJson(*data.study)},
        {.path = runsPath, .content = studyRunsDocument(data.study->runs)},
        {.path = configurationsPath, .content = configurationsDocument(data.study->styles)}};
    for (auto &file : labelDocuments(*data.labels))
        files.push_back(std::move(file));
    return files;
}

Result<StudyData> readStudyDocuments(const std::vector<BundledFile> &files, const QString &source)
{
    auto study = readSnapshotDocuments(files, source);
    if (!study)
        return std::unexpected(std::move(study.error()));
    auto labels = readLabelDocuments(files, study->runs, source);
    if (!labels)
        return std::unexpected(std::move(labels.error()));
    return StudyData{.study = std::make_shared<const StudySnapshot>(std::move(*study)),
        .labels = std::make_shared<const LabelBook>(std::move(*labels))};
}

RunFilter bundledFilter(RunFilter filter, const StudySnapshot &study)
{
    if (!filter.only)
        return filter;
    std::vector<const Run *> runs;
    runs.reserve(study.runs.size());
    for (const auto &run : study.runs)
        runs.push_back(&run);
    std::ranges::sort(runs, {}, [](const Run *run) -> const RunKey & { return run->key; });
    std::set<RunId> chosen;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (filter.only->contains(runs[i]->id))
            chosen.insert(RunId{static_cast<qint64>(i) + 1});
    }
    filter.only = std::move(chosen);
    return filter;
}

} // namespace Decayscope
