// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/verdict.h>

#include <QString>

class QApplication;

namespace Decayscope {

/// What the window is started with.
struct WindowOptions
{
    QString store; ///< The study to open; empty for the last one, else the default one, else the sample.
    Verifiers verifiers; ///< Judges what is imported.
};

/// Shows the window until it is closed; returns the program's exit status.
[[nodiscard]] int runWindow(QApplication &application, const WindowOptions &options);

} // namespace Decayscope
