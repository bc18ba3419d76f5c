// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelfiles.h"

#include "studycontroller.h"

#include <labels/certificate.h>
#include <workspace/labelexchange.h>
#include <workspace/labeljournal.h>

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

/// A format as a file dialog offers it.
struct ExportChoice
{
    LabelFormat format;
    const char *filter;
    bool isOfOne; ///< Holds the labels of one annotator.
};

constexpr std::array exportChoices{
    ExportChoice{LabelFormat::LongCsv, QT_TRANSLATE_NOOP("Decayscope::LabelFiles", "A row a label (*.csv)"), false},
    ExportChoice{LabelFormat::WideCsv,
        QT_TRANSLATE_NOOP("Decayscope::LabelFiles", "A row a run, a column an annotator (*.csv)"), false},
    ExportChoice{LabelFormat::FailureCsv,
        QT_TRANSLATE_NOOP("Decayscope::LabelFiles", "The study's failure categories (*.csv)"), true},
    ExportChoice{LabelFormat::SubcategoryCsv,
        QT_TRANSLATE_NOOP("Decayscope::LabelFiles", "The study's logic sub-categories (*.csv)"), true},
    ExportChoice{LabelFormat::JsonLines,
        QT_TRANSLATE_NOOP("Decayscope::LabelFiles", "JSON Lines, with evidence (*.jsonl)"), false},
    ExportChoice{LabelFormat::Handin,
        QT_TRANSLATE_NOOP("Decayscope::LabelFiles", "Hand-in for a coordinator (*.dslabels)"), true}};

Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(ErrorKind::Unreadable,
        LabelFiles::tr("Cannot write “%1”: %2. Choose another folder.")
            .arg(QDir::toNativeSeparators(path), file.errorString()));
}

QString sentenceOf(const LabelImportReport &report)
{
    QStringList sentences{LabelFiles::tr("%n new label(s), of %1 in the files.", nullptr, report.added)
            .arg(QLocale().toString(report.labels))};
    if (report.runs > 0)
        sentences << LabelFiles::tr("%n run(s) came along.", nullptr, report.runs);
    if (!report.warnings.empty())
        sentences << LabelFiles::tr("%n warning(s), the first: %1", nullptr, static_cast<int>(report.warnings.size()))
                         .arg(report.warnings.front().reason);
    return sentences.join(u' ');
}

} // namespace

LabelFiles::LabelFiles(StudyController &study, QObject *parent)
    : QObject(parent)
    , m_study(study)
    , m_job(&m_pool, this)
{ }

QStringList LabelFiles::exportFilters()
{
    QStringList filters;
    for (const auto &choice : exportChoices)
        filters << tr(choice.filter);
    return filters;
}

void LabelFiles::importFiles(const QStringList &paths)
{
    const auto study = m_study.snapshot();
    if (!study)
        return;
    m_job.start([path = study->path, paths, verifiers = m_study.verifiers()](
                    const Progress &progress) { return importLabelsIntoStore(path, paths, {}, verifiers, progress); },
        [this](const Result<LabelImportReport> &report) {
            if (!report) {
                emit problem(Decayscope::sentenceOf(report.error()));
                return;
            }
            emit told(sentenceOf(*report));
            for (const auto &refusal : report->refused)
                emit problem(tr("%1: %2").arg(QDir::toNativeSeparators(refusal.path), refusal.reason));
        });
}

void LabelFiles::exportFile(const QString &path, const QString &filter, const QString &annotator)
{
    const auto study = m_study.snapshot();
    if (!study || !m_study.labels())
        return;
    const auto chosen = std::max<qsizetype>(0, exportFilters().indexOf(filter));
    const auto &choice = exportChoices[static_cast<std::size_t>(chosen)];
    const LabelExport what{
        .format = choice.format, .annotators = choice.isOfOne ? QStringList{annotator} : QStringList{}, .sample = {}};
    write(path, [study, book = m_study.labels()->book(), what] { return labelFileBytes(*book, study->runs, what); });
}

void LabelFiles::writeHandout(const QString &path, const QString &sample, const QString &annotator)
{
    const auto study = m_study.snapshot();
    if (!study)
        return;
    m_job.start([store = study->path, path, sample, annotator](
                    const Progress &progress) { return exportHandout(store, sample, annotator, path, progress); },
        [this, path](const Result<HandoutReport> &report) {
            if (!report)
                emit problem(Decayscope::sentenceOf(report.error()));
            else
                emit told(tr("The hand-out with %n item(s) was written to %1.", nullptr, report->items)
                        .arg(QDir::toNativeSeparators(path)));
        });
}

void LabelFiles::writeCertificate(const QString &path, const QString &sample)
{
    if (!m_study.labels())
        return;
    write(path, [book = m_study.labels()->book(), sample]() -> Result<QByteArray> {
        return certificateJson(blindingCertificate(*book, sample));
    });
}

void LabelFiles::write(const QString &path, std::function<Result<QByteArray>()> bytes)
{
    m_job.start(
        [path, bytes = std::move(bytes)](const Progress &) {
            return bytes().and_then([&](const QByteArray &made) { return writeFile(path, made); });
        },
        [this, path](const Result<> &written) {
            if (written)
                emit told(tr("Written to %1.").arg(QDir::toNativeSeparators(path)));
            else
                emit problem(Decayscope::sentenceOf(written.error()));
        });
}

} // namespace Decayscope
