// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manifest.h"

#include <QSet>
#include <QStringList>

namespace Decayscope {

/// One thing of a bundle: its files and what README.md says of it.
struct BundledPart
{
    QString name; ///< "decay"
    QString title;
    QString words; ///< Its caption, or how its numbers were made.
    QStringList warnings; ///< Sentences.
    std::vector<BundledFile> files;
    QString missing; ///< Why it could not be made, a sentence; empty where it was.
};

/// The parts of one folder.
struct BundledSection
{
    QString title; ///< "Figures"
    QString about; ///< A sentence or two.
    std::vector<BundledPart> parts;
};

/// Names of files made from what people called things: letters, digits, "-", "_", each once whatever the case.
class FileStems
{
public:
    [[nodiscard]] QString stemFor(const QString &text);

private:
    QSet<QString> m_taken;
};

} // namespace Decayscope
