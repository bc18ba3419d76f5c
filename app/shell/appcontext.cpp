// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "appcontext.h"

#include "evaluationdesk.h"
#include "sandboxbench.h"
#include "studyfiles.h"

#include <widgets/icons.h>
#include <workspace/storepath.h>

#include <QApplication>
#include <QLocale>
#include <QTimer>

namespace Decayscope {

namespace {

/// Installs the language's words before the first widget is made; where there are none, English.
bool loadWords(QTranslator &words)
{
    const auto folder = QStringLiteral(":/translations");
    const auto found = words.load(QLocale(), QStringLiteral("decayscope"), QStringLiteral("_"), folder)
        || words.load(QStringLiteral("decayscope_en"), folder);
    return found && QCoreApplication::installTranslator(&words);
}

} // namespace

AppContext::AppContext(QApplication &application, const WindowOptions &options)
    : m_askedFor(options.store)
    , m_hasWords(loadWords(m_words))
    , m_appearance(application)
    , m_study(options.verifiers)
    , m_window(m_settings, m_appearance, m_study)
{
    m_window.evaluationDesk()->setBench(makeSandboxBench(options.verifiers, QCoreApplication::applicationDirPath()));
    QApplication::setApplicationDisplayName(QStringLiteral("Decayscope"));
    QApplication::setDesktopFileName(QStringLiteral("io.github.decayscope.Decayscope"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/decayscope.svg")));
}

void AppContext::start()
{
    m_window.show();
    QTimer::singleShot(0, &m_window, [this] { openFirstStudy(); });
}

/// An annotator opens what a coordinator sent: it becomes a study of its own, and the queue is shown.
void AppContext::openHandout()
{
    m_study.createStudy(handoutStudyPath(m_askedFor));
    QObject::connect(
        &m_study, &StudyController::importFinished, &m_window,
        [this] { m_window.commands().action(Command::Label)->trigger(); }, Qt::SingleShotConnection);
    m_study.importPaths({m_askedFor});
}

void AppContext::openFirstStudy()
{
    if (isLabelHandout(m_askedFor)) {
        openHandout();
        return;
    }
    const bool isFigure = isFigureFile(m_askedFor);
    if (isFigure)
        QObject::connect(
            &m_study, &StudyController::opened, &m_window, [this] { m_window.takePaths({m_askedFor}); },
            Qt::SingleShotConnection);
    const auto path
        = studyToOpen(isFigure ? QString() : m_askedFor, m_settings.value(Keys::lastStudy), defaultStorePath());
    if (!path.isEmpty())
        m_study.openStudy(path);
    if (!m_study.snapshot())
        m_study.openSample();
}

} // namespace Decayscope
