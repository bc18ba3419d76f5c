// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publishingdesk.h"

#include "exportedfiles.h"
#include "programjob.h"
#include "studycontroller.h"

#include <exporting/bundledialog.h>
#include <exporting/reportdialog.h>
#include <publishing/filterfile.h>
#include <widgets/filterwords.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

constexpr int cancelledStatus = 130;
constexpr int findingsStatus = 1;
constexpr qsizetype mostTold = 5;

QString folderOf(const StudySnapshot &study)
{
    return study.isSample ? QDir::homePath() : QFileInfo(study.path).path();
}

QString baseName(const StudySnapshot &study)
{
    return QFileInfo(study.path).completeBaseName();
}

/// One that does not exist yet.
QString freshPath(const QString &path, const QString &suffix)
{
    QString fresh = path + suffix;
    for (int number = 2; QFileInfo::exists(fresh); ++number)
        fresh = path % u'-' % QString::number(number) % suffix;
    return fresh;
}

QString scopeWords(const StudySnapshot &study, const RunFilter &filter, ScoreChoice score)
{
    const auto words = filterSentence(filter);
    return PublishingDesk::tr("%1 · %2 · %3")
        .arg(study.name, words.isEmpty() ? PublishingDesk::tr("all runs") : words, scoreMetricTitle(score));
}

QStringList sentencesIn(const QByteArray &answer, QStringView key)
{
    QStringList sentences;
    const auto list = QJsonDocument::fromJson(answer).object().value(key).toArray();
    for (const auto &sentence : list)
        sentences << sentence.toString();
    return sentences;
}

/// The first few, and how many more there are.
QString shortened(const QStringList &sentences)
{
    const auto left = sentences.size() - mostTold;
    auto told = sentences.first(std::min(sentences.size(), mostTold));
    if (left > 0)
        told << PublishingDesk::tr("%n more.", nullptr, static_cast<int>(left));
    return told.join(u' ');
}

} // namespace

PublishingDesk::PublishingDesk(StudyController &study, QWidget *window)
    : QObject(window)
    , m_study(study)
    , m_window(window)
    , m_job(new ProgramJob(this))
{
    connect(m_job, &ProgramJob::progressed, this, [this](int done, int total, const QString &what) {
        if (m_working)
            m_working->setProgress(done, total, what);
    });
    connect(m_job, &ProgramJob::finished, this,
        [this](const ProgramAnswer &answer) { finish(answer.status, answer.answer, answer.sentences); });
}

PublishingDesk::~PublishingDesk() = default;

BundleDialog *PublishingDesk::bundleDialog() const
{
    return m_bundle;
}

ReportDialog *PublishingDesk::reportDialog() const
{
    return m_report;
}

PublishingDesk::Scope PublishingDesk::scopeOf(const RunFilter &filter, ScoreChoice score) const
{
    return {.store = m_study.snapshot()->path, .filter = filter, .score = score};
}

void PublishingDesk::prepare(WorkDialog &dialog, const Scope &scope)
{
    dialog.setScope(scopeWords(*m_study.snapshot(), scope.filter, scope.score));
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    connect(&dialog, &WorkDialog::cancelRequested, m_job, &ProgramJob::cancel);
    dialog.show();
}

void PublishingDesk::openBundle(const RunFilter &filter, ScoreChoice score)
{
    if (m_bundle)
        return m_bundle->raise();
    if (!m_study.snapshot())
        return;
    const auto &study = *m_study.snapshot();
    m_bundle = new BundleDialog(venuePresets(), m_window);
    m_bundle->setFolder(freshPath(QDir(folderOf(study)).filePath(baseName(study) + u"-bundle"), {}));
    connect(m_bundle, &WorkDialog::startRequested, this, [this, scope = scopeOf(filter, score)] {
        const auto request = m_bundle->request();
        QStringList arguments{QStringLiteral("bundle"), QStringLiteral("build"), request.folder};
        if (!request.preset.isEmpty())
            arguments << QStringLiteral("--preset") << request.preset;
        if (request.anonymous)
            arguments << QStringLiteral("--anonymous");
        for (const auto &word : request.identities)
            arguments << QStringLiteral("--identity") << word;
        start(Work::Bundle, request.folder, withScope(scope, arguments), m_bundle);
    });
    prepare(*m_bundle, scopeOf(filter, score));
}

void PublishingDesk::openReport(const RunFilter &filter, ScoreChoice score)
{
    if (m_report)
        return m_report->raise();
    if (!m_study.snapshot())
        return;
    const auto &study = *m_study.snapshot();
    m_report = new ReportDialog(m_window);
    m_report->setFile(freshPath(QDir(folderOf(study)).filePath(baseName(study) + u"-report"), QStringLiteral(".html")));
    connect(m_report, &WorkDialog::startRequested, this, [this, scope = scopeOf(filter, score)] {
        const auto request = m_report->request();
        QStringList arguments{QStringLiteral("report"), QStringLiteral("-o"), request.file};
        if (request.anonymous)
            arguments << QStringLiteral("--anonymous");
        start(Work::Report, request.file, withScope(scope, arguments), m_report);
    });
    prepare(*m_report, scopeOf(filter, score));
}

/// By what the bundle holds alone: it may be of any study.
void PublishingDesk::verifyBundle(const QString &folder)
{
    start(Work::Verification, folder, QStringList{QStringLiteral("bundle"), QStringLiteral("verify"), folder}, nullptr);
}

/// Store, filter and score as options; the filter by a file, since it may hold more than options can say.
Result<QStringList> PublishingDesk::withScope(const Scope &scope, const QStringList &arguments) const
{
    auto whole = QStringList{QStringLiteral("--store"), scope.store} + arguments;
    if (scope.score == ScoreChoice::Raw)
        whole << QStringLiteral("--raw");
    if (scope.score == ScoreChoice::Syntax)
        whole << QStringLiteral("--verifiers") << QStringLiteral("syntax");
    if (scope.filter.restrictsNothing())
        return whole;
    const auto path = m_scratch.filePath(QStringLiteral("filter.json"));
    if (auto written = writeExported({.path = path, .bytes = filterDocument(scope.filter)}); !written)
        return std::unexpected(std::move(written.error()));
    return whole << QStringLiteral("--filter") << path;
}

void PublishingDesk::start(Work work, const QString &path, const Result<QStringList> &arguments, WorkDialog *dialog)
{
    const auto refuse = [&](const QString &sentence) {
        if (dialog)
            dialog->showResult(sentence, true);
        else
            emit problem(sentence);
    };
    if (m_job->isRunning())
        return refuse(tr("Another bundle or report is being made or verified. Wait for it."));
    if (!arguments)
        return refuse(sentenceOf(arguments.error()));
    m_work = work;
    m_path = path;
    m_working = dialog;
    if (work == Work::Verification)
        emit told(tr("%1 is being verified …").arg(QDir::toNativeSeparators(path)));
    [[maybe_unused]] const bool isStarted = m_job->start(*arguments);
}

void PublishingDesk::finish(int status, const QByteArray &answer, const QStringList &sentences)
{
    QString words;
    const bool isWell = status == 0;
    if (isWell)
        words = successWords(answer);
    else if (status == cancelledStatus)
        words = tr("Cancelled: nothing was written.");
    else if (m_work == Work::Verification && status == findingsStatus)
        words = tr("%1 differs. %2")
                    .arg(QDir::toNativeSeparators(m_path), shortened(sentencesIn(answer, u"differences")));
    else
        words = sentences.isEmpty() ? tr("It ended without a word (status %1).").arg(status) : shortened(sentences);
    if (m_working)
        m_working->showResult(words, !isWell);
    else if (isWell)
        emit told(words);
    else
        emit problem(words);
}

QString PublishingDesk::successWords(const QByteArray &answer) const
{
    const auto path = QDir::toNativeSeparators(m_path);
    const auto files = static_cast<int>(QJsonDocument::fromJson(answer).object().value(u"files").toArray().size());
    switch (m_work) {
    case Work::Bundle:
        return tr("%n file(s) written to %1.", nullptr, files).arg(path);
    case Work::Report:
        return tr("The report was written to %1.").arg(path);
    case Work::Verification:
        break;
    }
    const auto notes = sentencesIn(answer, u"notes");
    if (notes.isEmpty())
        return tr("%1 holds: every file is as it was written, and comes out the same when it is made again.").arg(path);
    return tr("%1 holds: every file is as it was written. %2").arg(path, shortened(notes));
}

} // namespace Decayscope
