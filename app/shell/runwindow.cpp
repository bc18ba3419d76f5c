// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runwindow.h"

#include "appcontext.h"

#include <QApplication>

namespace Decayscope {

int runWindow(QApplication &application, const WindowOptions &options)
{
    AppContext context(application, options);
    context.start();
    return QApplication::exec();
}

} // namespace Decayscope
