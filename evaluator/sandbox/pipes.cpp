// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipes.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>

namespace Decayscope {

Pipe makePipe()
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

Descriptor memoryFile(const QByteArray &bytes)
{
    Descriptor file(::memfd_create("decayscope", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    qsizetype done = 0;
    while (file.isOpen() && done < bytes.size()) {
        const auto written
            = ::write(file.get(), bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written <= 0)
            return Descriptor();
        done += written;
    }
    if (file.isOpen()) {
        ::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
        ::lseek(file.get(), 0, SEEK_SET);
    }
    return file;
}

} // namespace Decayscope
