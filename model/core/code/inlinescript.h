// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace Decayscope {

/// What a Python or JavaScript text given on a command line may write.
struct InlineWrites
{
    QStringList paths; ///< As they are spelled out.
    bool hasOther = false; ///< It also writes where its text does not say.

    bool operator==(const InlineWrites &) const = default;
};

/// Looks for calls that write, delete or move files, such as `open('f', 'w')`, `Path('f').write_text` and
/// `fs.writeFileSync('f'`. A target held in a variable is followed to the texts assigned to it.
[[nodiscard]] InlineWrites inlineWrites(QStringView script);

} // namespace Decayscope
