// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shelledits.h"

#include "shellcommand.h"

namespace Decayscope {

ShellScript shellScript(const QString &command, const QString &folder)
{
    return shellScriptWithin(command, folder, 0);
}

std::vector<FileEdit> shellEdits(const QString &command, const QString &folder)
{
    std::vector<FileEdit> edits;
    for (auto &found : shellScript(command, folder).edits) {
        if (found.isPattern && !(found.edit.path.isEmpty() && found.end.isEmpty()))
            found.edit.path += u'*' + found.end;
        edits.push_back(std::move(found.edit));
    }
    return edits;
}

} // namespace Decayscope
