// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calledverb.h"

#include <cli/commandline.h>
#include <verifiers/bothverifiers.h>

#include <QTemporaryFile>

#include <unistd.h>

#include <cstdio>

namespace Decayscope::Test {

VerbOutcome calledVerb(const QStringList &arguments)
{
    std::vector<QByteArray> bytes{"decayscope"};
    for (const auto &argument : arguments)
        bytes.push_back(argument.toUtf8());
    std::vector<const char *> pointers;
    for (const auto &argument : bytes)
        pointers.push_back(argument.constData());
    QTemporaryFile taken;
    if (!taken.open())
        return {};
    std::fflush(stdout);
    const int terminal = dup(STDOUT_FILENO);
    dup2(taken.handle(), STDOUT_FILENO);
    const auto request = readCommandLine(static_cast<int>(pointers.size()), pointers.data(), bothVerifiers());
    const auto *verb = std::get_if<RunVerb>(&request);
    const auto *said = std::get_if<ExitStatus>(&request);
    const auto status = verb ? verb->run() : said ? *said : ExitStatus::Done;
    std::fflush(stdout);
    dup2(terminal, STDOUT_FILENO);
    close(terminal);
    return {static_cast<int>(status), taken.seek(0) ? taken.readAll() : QByteArray()};
}

} // namespace Decayscope::Test
