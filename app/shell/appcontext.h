// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "appearance.h"
#include "mainwindow.h"
#include "runwindow.h"
#include "settings.h"
#include "studycontroller.h"

#include <QTranslator>

namespace Decayscope {

/// The composition root of the window: builds everything in order and takes it down in the other.
class AppContext
{
public:
    AppContext(QApplication &application, const WindowOptions &options);

    /// Shows the window, and opens the study once it has been painted.
    void start();

    [[nodiscard]] MainWindow &window() { return m_window; }
    [[nodiscard]] StudyController &study() { return m_study; }

private:
    void openFirstStudy();
    void openHandout();

    QString m_askedFor;
    QTranslator m_words;
    bool m_hasWords; ///< Loaded before the first widget asks for them.
    Settings m_settings;
    Appearance m_appearance;
    StudyController m_study;
    MainWindow m_window;
};

} // namespace Decayscope
