// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Feeds every file of a folder, and each cut in half; an empty or absent folder is an error.
int main(int argc, char **argv)
{
    int files = 0;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(argc > 1 ? argv[1] : ".", error)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::vector<char> bytes{std::istreambuf_iterator<char>(file), {}};
        const auto *data = reinterpret_cast<const uint8_t *>(bytes.data());
        LLVMFuzzerTestOneInput(data, bytes.size());
        LLVMFuzzerTestOneInput(data, bytes.size() / 2);
        ++files;
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}
