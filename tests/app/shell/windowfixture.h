// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <shell/appcontext.h>

#include <QTemporaryDir>

#include <memory>

namespace Decayscope::Test {

/// The folders of a user who does not exist yet: settings, data and cache of the tested window go there. To be made
/// before the QApplication.
class FreshUser
{
public:
    FreshUser();

    [[nodiscard]] QString folder() const { return m_home.path(); }

private:
    QTemporaryDir m_home;
};

/// A study file of made-up runs that may be changed, unlike the sample.
[[nodiscard]] QString makeStudy(const QString &folder);

/// Writes the first `runs` made-up runs as a results tree.
[[nodiscard]] bool makeTree(const QString &folder, std::size_t runs);

/// The whole window, shown; `store` as on the command line.
[[nodiscard]] std::unique_ptr<AppContext> openWindow(QApplication &application, const QString &store = {});

/// Waits until a page is in view and nothing is being computed; false after two minutes.
[[nodiscard]] bool waitForPage(MainWindow &window, Page page);

/// Presses a key where the focus is, as a person would.
void press(MainWindow &window, Qt::Key key, Qt::KeyboardModifiers modifiers = {});

/// Focusable widgets in view that say nothing to a screen reader.
[[nodiscard]] QStringList namelessWidgets(const QWidget &window);

} // namespace Decayscope::Test
