// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationtools.h"

#include <sandbox/sandboxes.h>

#include <QDir>
#include <QFileInfo>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

Result<std::shared_ptr<Sandbox>> sandboxOf(const QString &engine)
{
    return engine == u"bubblewrap" ? bubblewrapSandbox() : containerSandbox(engine);
}

/// Downloads and the prepared database lie there: without it set-ups would fail, and the code be blamed for it.
Result<> makeCache(const QString &folder)
{
    if (QDir().mkpath(folder) && QFileInfo(folder).isWritable())
        return {};
    return failure(ErrorKind::Unreadable,
        u"Evaluations keep downloads and a prepared database in \"%1\", which cannot be written. Make it writable, or set XDG_CACHE_HOME to a folder that is."_s
            .arg(folder));
}

} // namespace

Result<QString> suiteProgramPath(const QString &programFolder)
{
    const auto name = u"decayscope-suite"_s;
    for (const auto *below : {u"", u"../libexec/decayscope/", u"../app/"}) {
        const QFileInfo file(programFolder % u'/' % QStringView(below) % name);
        if (file.isExecutable() && file.isFile())
            return file.canonicalFilePath();
    }
    return failure(ErrorKind::NotFound,
        u"The program decayscope-suite is not beside this one in \"%1\". Install Decayscope again."_s.arg(
            programFolder));
}

Result<std::shared_ptr<const EvaluationTools>> evaluationTools(
    const EvaluationPlaces &places, const Verifiers &verifiers)
{
    if (auto made = makeCache(places.cacheFolder); !made)
        return std::unexpected(std::move(made.error()));
    auto sandbox = sandboxOf(places.engine);
    if (!sandbox)
        return std::unexpected(std::move(sandbox.error()));
    auto suiteProgram = suiteProgramPath(places.programFolder);
    if (!suiteProgram)
        return std::unexpected(std::move(suiteProgram.error()));
    return std::make_shared<const EvaluationTools>(EvaluationTools{.sandbox = *std::move(sandbox),
        .registries = std::make_shared<RegistryMirror>(defaultRegistryRoutes(), places.cacheFolder + u"/registries"_s),
        .suiteProgram = *std::move(suiteProgram),
        .cacheFolder = places.cacheFolder,
        .program = places.program,
        .verifiers = verifiers});
}

} // namespace Decayscope
