// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <code/patch.h>
#include <verifiers/workspacepatch.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace Decayscope;

namespace {

/// Whether the patch adds just this file, read as text.
bool isJustTheFile(const Patch &patch, const QString &name, const QByteArray &content)
{
    if (patch.files.size() != 1 || patch.files.front().newPath != name)
        return false;
    const auto text = patch.files.front().addedText();
    return !text || content.contains('\r') || *text == QString::fromUtf8(content);
}

} // namespace

/// A line that is a file's name, then what the file holds.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto bytes = QByteArrayView(data, static_cast<qsizetype>(size)).toByteArray();
    const auto end = bytes.indexOf('\0');
    const auto name = QString::fromUtf8(bytes.first(std::max<qsizetype>(0, end)));
    if (end <= 0 || name.toUtf8().size() > 200 || name.contains(u'/') || name == u"." || name == u".."
        || name.contains(QChar::ReplacementCharacter))
        return 0;
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    const auto content = bytes.sliced(end + 1);
    file.write(content);
    file.close();
    const auto patch = patchOfWorkspace(folder.path());
    if (!patch)
        std::abort();
    if (!patch->isEmpty() && !isJustTheFile(readPatchFiles(*patch), name, content))
        std::abort();
    return 0;
}
