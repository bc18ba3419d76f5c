// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspacepreparing.h"

#include <verifiers/workspacepatch.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestWorkspace = qint64{2} * 1024 * 1024 * 1024;

const QString patchFolder = u"/patches"_s;
const QString taskPatchName = u"task.patch"_s;
const QString runPatchName = u"run.patch"_s;

/// A repository somebody else made may carry hooks and settings that run programs. Inside the sandbox they may.
QStringList git(const QStringList &arguments)
{
    return QStringList{u"git"_s, u"-c"_s, u"safe.directory=*"_s, u"-c"_s, u"core.hooksPath=/dev/null"_s} + arguments;
}

QStringList applying(const QString &name)
{
    return git({u"apply"_s, u"--whitespace=nowarn"_s, QString(patchFolder % u'/' % name)});
}

bool isBlank(const QByteArray &patch)
{
    return patch.trimmed().isEmpty();
}

Result<> layOutPatches(RunFolder &folder, const EvaluationRequest &request, const WorkspacePatch &patch)
{
    return folder.makeFolder(u"patches"_s)
        .and_then([&](const QString &) { return folder.writeFile(u"patches/"_s + taskPatchName, request.taskPatch); })
        .and_then([&](const QString &) { return folder.writeFile(u"patches/"_s + runPatchName, patch.bytes); })
        .transform([](const QString &) {});
}

} // namespace

Result<QByteArray> patchOf(const EvaluationRequest &request)
{
    if (const auto *folder = std::get_if<WorkspaceFolder>(&request.code))
        return patchOfWorkspace(folder->path);
    return std::get<WorkspacePatch>(request.code).bytes;
}

Result<QString> layOutWorkspace(RunFolder &folder, const EvaluationRequest &request, const Progress &progress)
{
    const auto workspace = u"workspace"_s;
    const auto atPath = [&] { return QString(folder.path() % u'/' % workspace); };
    if (const auto *code = std::get_if<WorkspaceFolder>(&request.code))
        return folder.copyIn(code->path, workspace, longestWorkspace, progress, isLeftOutOfPatches).transform(atPath);
    if (auto laid = layOutPatches(folder, request, std::get<WorkspacePatch>(request.code)); !laid)
        return std::unexpected(std::move(laid.error()));
    if (request.base.isEmpty())
        return folder.makeFolder(workspace);
    return folder.copyIn(request.base, workspace, longestWorkspace, progress).transform(atPath);
}

std::vector<SandboxBind> patchBinds(const RunFolder &folder, const EvaluationRequest &request)
{
    if (std::holds_alternative<WorkspaceFolder>(request.code))
        return {};
    return {{.outside = folder.path() + u"/patches"_s, .inside = patchFolder}};
}

std::vector<QStringList> patchCommands(const EvaluationRequest &request)
{
    const auto *patch = std::get_if<WorkspacePatch>(&request.code);
    if (patch == nullptr)
        return {};
    std::vector<QStringList> commands;
    if (request.base.isEmpty())
        commands.push_back(git({u"init"_s, u"--quiet"_s, u"."_s}));
    else if (!request.baseCommit.isEmpty())
        commands.push_back(git({u"checkout"_s, u"--quiet"_s, u"--force"_s, u"--detach"_s, request.baseCommit}));
    if (!isBlank(request.taskPatch))
        commands.push_back(applying(taskPatchName));
    if (!isBlank(patch->bytes))
        commands.push_back(applying(runPatchName));
    return commands;
}

} // namespace Decayscope
