// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cli/commandline.h>
#include <shell/runwindow.h>
#include <verifiers/bothverifiers.h>

#include <QApplication>

#include <memory>

namespace {

using namespace Decayscope;

/// One visitor a request, so that a new kind of request does not compile until it is answered here.
struct Answer
{
    int &argc;
    char **argv;

    int operator()(ExitStatus status) const { return static_cast<int>(status); }

    int operator()(const RunVerb &verb) const
    {
        const auto application = applicationOf(verb);
        return static_cast<int>(verb.run());
    }

    /// Figures are painted where there is no display as well.
    std::unique_ptr<QCoreApplication> applicationOf(const RunVerb &verb) const
    {
        if (!verb.paints)
            return std::make_unique<QCoreApplication>(argc, argv);
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return std::make_unique<QApplication>(argc, argv);
    }

    int operator()(const OpenWindow &window) const
    {
        QApplication application(argc, argv);
        return runWindow(application, {.store = window.store, .verifiers = bothVerifiers()});
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("decayscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DECAYSCOPE_VERSION));
    return std::visit(Answer{argc, argv}, readCommandLine(argc, argv, bothVerifiers()));
}
