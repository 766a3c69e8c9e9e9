import { imageApi, imsPages } from './links';
import type { Operation } from './row-types';

/**
 * Creating an image from a disk, by Cinder's action `os-volume_upload_image`; only older editions list it.
 *
 * Calls: openstack/openstacksdk and openstack/python-openstackclient 2026.
 */
export const uploadVolume: Operation = {
  id: 'volume_upload_imageVolume',
  glance: {
    calls: [],
    nearest: [
      {
        method: 'POST',
        path: '/v3/{project_id}/volumes/{volume_id}/action',
        openstack: 'openstack image create --volume <volume> <name>',
        why: {
          en: 'os-volume_upload_image, the Cinder action that the event is named after',
          zh: 'Cinder 的操作 os-volume_upload_image，事件名称由此而来',
        },
      },
      {
        method: 'POST',
        path: '/v2/images',
        success: 201,
        why: {
          en: 'Cinder uses it to create the image in Glance, then uploads the data',
          zh: 'Cinder 通过它在 Glance 中创建镜像，并上传数据',
        },
        url: `${imageApi}#create-image`,
      },
    ],
  },
  ims: {
    calls: [
      {
        sdkOperation: 'CreateImage',
        method: 'POST',
        path: '/v2/cloudimages/action',
        mode: 'async',
        side: 'ims',
        success: 200,
        iam: ['ims:serverImages:create'],
        deprecated: false,
        jobTypes: ['imsCreateImageByInstance'],
        note: {
          en: 'with instance_id, creates an image from the system disk of an ECS',
          zh: '带 instance_id 时由云服务器的系统盘创建镜像',
        },
        url: imsPages.createImage,
      },
    ],
  },
  why: {
    en: 'the image contains the whole disk, secrets included, and servers can be created from it; check who created it and from which disk',
    zh: '镜像包含整块磁盘的内容（含敏感数据），并可用于创建云服务器；请核实制作者和所用的磁盘',
  },
  auditLevel: 'medium',
  notes: [
    {
      en: 'That the event is this Cinder action is inferred from its name',
      zh: '该事件对应 Cinder 的这一操作，是根据名称推断的',
    },
  ],
};
