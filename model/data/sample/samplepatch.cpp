// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplepatch.h"

#include <algorithm>

namespace Decayscope {

QByteArray samplePatch(std::vector<SampleSource> sources)
{
    std::ranges::sort(sources, {}, &SampleSource::path);
    QByteArray patch;
    for (const auto &[path, text] : sources) {
        const auto name = path.toUtf8();
        patch += "diff --git a/" + name + " b/" + name + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + name
            + "\n@@ -0,0 +1," + QByteArray::number(text.count('\n')) + " @@\n+"
            + text.chopped(1).replace(QByteArray("\n"), QByteArray("\n+")) + '\n';
    }
    return patch;
}

} // namespace Decayscope
